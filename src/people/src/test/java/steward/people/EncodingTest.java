package steward.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import steward.api.Role;

class EncodingTest {
    private static final String WESTERN = "E-Mail,Name\r\na@example.org,Jürgen Müller\r\nb@example.org,José Núñez\r\n"
            + "c@example.org,Åsa Østergård\r\nd@example.org,Zoë Lefèvre\r\ne@example.org,François Ní Bhriain\r\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "windows-1252, Jürgen Müller|José Núñez|Zoë Lefèvre|Øyvind Østergård",
        "windows-1252, Müller",
        "windows-1252, Françoise Bœuf|Éric Lefèvre",
        "IBM850, Jürgen Müller|José Núñez|Zoë Lefèvre|Åsa Sjöberg|Günther Groß",
        "x-MacRoman, Jürgen Müller|José Núñez|Zoë Lefèvre|Åsa Sjöberg",
        "windows-1250, Łukasz Wiśniewski|Đorđe Petrović|Jiří Dvořák|Šárka Nováková|Győző Kőszegi",
        "windows-1254, İbrahim Yıldız|Gülşen Çağlar|Uğur Şahin|Ayşe Doğan",
        "windows-1257, Jānis Bērziņš|Līga Kļaviņa|Žydrūnas Šimkus|Rūta Ģirģe",
        "windows-1251, Иван Петров|Ольга Иванова|Пётр Волков|Мария Кузнецова",
        "KOI8-R, Иван Петров|Ольга Иванова|Пётр Волков|Мария Кузнецова",
        "IBM866, Иван Петров|Ольга Иванова|Мария Кузнецова|Юрий Соколов",
        "windows-1253, Ελένη Δημητρίου|Γιώργος Παπαδόπουλος|Μαρία Νικολάου",
        "windows-1255, דוד כהן|שרה לוי|יוסף מזרחי",
        "windows-1256, محمد السيد|فاطمة علي|يوسف حداد",
        "Shift_JIS, 高橋 美咲|佐藤 健|鈴木 ひろし|タナカ ユミ",
        "EUC-JP, 高橋 美咲|佐藤 健|鈴木 ひろし|田中 由美",
        "GB18030, 王小明|李娜|张伟|刘洋|陈静",
        "Big5, 陳小明|林美玲|黃志強|張雅婷|王建國",
        "EUC-KR, 김민수|이서연|박지훈|최수진"
    })
    void aLegacyEncodingIsToldByTheNamesItMakes(String charset, String names) throws Exception {
        StringBuilder text = new StringBuilder("email;name\r\n");
        String[] people = names.split("\\|");
        for (int i = 0; i < people.length; i++) text.append("p%d@example.org;%s\r\n".formatted(i, people[i]));

        Reading reading = Reading.of(Reading.file(folder, "a.csv", text.toString(), Charset.forName(charset)));

        assertThat(reading.names()).containsExactly(people);
    }

    /** The least there is to go by: the headings and one name. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "ISO-8859-2# Příjmení;Jméno;E-mail# Dvořák;Jiří# Jiří Dvořák",
                "ISO-8859-2# Nazwisko;Imię;Adres e-mail# Wiśniewski;Świętosława# Świętosława Wiśniewski",
                "windows-1250# Vezetéknév;Keresztnév;E-mail# Kőszegi;Győző# Győző Kőszegi",
                "windows-1250# Prezime;Ime;E-mail# Šarić;Đorđe# Đorđe Šarić",
                "ISO-8859-15# Nom;Prénom;E-mail# Bœuf;Zoë# Zoë Bœuf",
                "windows-1252# Apellidos;Nombre;Correo electrónico# Núñez;Mª José# Mª José Núñez",
                "windows-1252# Sobrenome;Nome;Endereço de e-mail# Simões;João# João Simões",
                "x-MacRoman# Nom;Prénom;E-mail# Lefèvre;Zoë# Zoë Lefèvre",
                "windows-1251# Фамилия;Имя;Электронная почта# Петров;Иван# Иван Петров",
                "KOI8-R# Фамилия;Имя;Электронная почта# Петров;Иван# Иван Петров",
                "ISO-8859-5# Фамилия;Имя;Электронная почта# Петров;Иван# Иван Петров",
                "windows-1253# Επώνυμο;Όνομα;Email# Δημητρίου;Ελένη# Ελένη Δημητρίου",
                "windows-1254# Soyadı;Adı;E-posta# Yıldız;İbrahim# İbrahim Yıldız",
                "windows-1256# اسم العائلة;الاسم;البريد الالكتروني# السيد;محمد# محمد السيد",
                "windows-1257# Pavardė;Vardas;El. paštas# Šimkus;Žydrūnas# Žydrūnas Šimkus",
                "Shift_JIS# 姓;名;メールアドレス# 佐藤;健# 佐藤 健",
                "windows-31j# 姓;名;メールアドレス# 髙橋;花# 髙橋 花",
                "EUC-JP# 姓;名;メールアドレス# 佐藤;健# 佐藤 健",
                "GBK# 姓;名;邮箱# 王;小明# 王 小明",
                "Big5# 姓氏;名字;電子郵件# 陳;小明# 陳 小明",
                "EUC-KR# 성;이름;이메일# 김;민수# 김 민수",
                "x-windows-949# 성;이름;이메일# 김;뷁수# 김 뷁수"
            })
    void headingsTellTheEncodingOfAShortList(String charset, String headings, String names, String name)
            throws Exception {
        String text = headings + "\r\n" + names + ";a@example.org\r\n";

        Reading reading = Reading.of(Reading.file(folder, "a.csv", text, Charset.forName(charset)));

        assertThat(reading.names()).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aMarkIsBelievedAndIsNoPartOfTheText(String charset) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(("\uFEFF" + WESTERN).getBytes(Charset.forName(charset)));
        Reading reading = Reading.of(Reading.file(folder, "a.csv", bytes.toByteArray()));

        assertThat(reading.guess().byteOrderMark()).isTrue();
        assertThat(reading.guess().settings().charset()).isEqualTo(Charset.forName(charset));
        assertThat(reading.guess().columns().getFirst().header()).isEqualTo("E-Mail");
        assertThat(reading.names()).contains("Jürgen Müller", "Åsa Østergård").hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void unicodeIsToldWithoutAMark(String charset) throws Exception {
        String text = WESTERN.replace("Jürgen Müller", "王小明 Вера") + "f@example.org,高橋 美咲\r\n";
        Reading reading = Reading.of(Reading.file(folder, "a.csv", text, Charset.forName(charset)));

        assertThat(reading.guess().byteOrderMark()).isFalse();
        assertThat(reading.guess().settings().charset()).isEqualTo(Charset.forName(charset));
        assertThat(reading.names()).contains("王小明 Вера", "高橋 美咲").hasSize(6);
    }

    @Test
    void theFirstUmlautMayComeLate() throws Exception {
        StringBuilder text = new StringBuilder("email,name\n");
        for (int i = 0; i < 30_000; i++) text.append("p%d@example.org,Peter Smith\n".formatted(i));
        text.append("last@example.org,Jürgen\n");
        Path legacy = Reading.file(folder, "a.csv", text.toString(), Charset.forName("windows-1252"));
        Path unicode = Reading.file(folder, "b.csv", text.toString());

        assertThat(Reading.of(legacy).names().getLast()).isEqualTo("Jürgen");
        assertThat(Reading.of(unicode).names().getLast()).isEqualTo("Jürgen");
    }

    @Test
    void aWrongGuessCanBeChanged() throws Exception {
        Path file = Reading.file(folder, "a.csv", "email,name\na@example.org,Grün\n", Charset.forName("IBM850"));
        try (PeopleFile people = PeopleFile.open(file)) {
            Guess wrong = people.guess(Choice.NOTHING.withCharset(StandardCharsets.ISO_8859_1));
            Guess right = people.guess(Choice.NOTHING.withCharset(Charset.forName("IBM850")));
            assertThat(Reading.of(people, wrong, Policy.of(Role.OWNER), Lookup.NOBODY)
                            .names())
                    .doesNotContain("Grün");
            assertThat(Reading.of(people, right, Policy.of(Role.OWNER), Lookup.NOBODY)
                            .names())
                    .containsExactly("Grün");
        }
        assertThat(Encoding.choices()).contains(StandardCharsets.UTF_8, Charset.forName("IBM850"));
    }

    @Test
    void aFewBrokenBytesLeaveUtf8WhatItIs() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("email,name\n".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 50; i++)
            bytes.write("p%d@example.org,Jürgen\n".formatted(i).getBytes(StandardCharsets.UTF_8));
        bytes.write("q@example.org,J".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xFC);
        bytes.write("rgen\n".getBytes(StandardCharsets.UTF_8));
        Reading reading = Reading.of(Reading.file(folder, "a.csv", bytes.toByteArray()));

        assertThat(reading.guess().settings().charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(reading.names().getLast()).isEqualTo("J\uFFFDrgen");
    }
}
