package steward.people;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What headings mean, in the languages of {@code headings.txt}. Immutable. */
final class Headings {

    /** What a column is called after. */
    enum Meaning {
        EMAIL,
        LOGIN,
        OTHER_EMAIL,
        FULL_NAME,
        NAME,
        GIVEN,
        MIDDLE,
        FAMILY,
        SECOND_FAMILY,
        ROLE,
        NOTE,
        STATUS,
        YES_IS_OFF,
        NO_IS_OFF,
        YES_IS_BOT,
        FILLED_IS_OFF,
        BIT_IS_OFF,
        SECRET,
        REPORT_STATE,
        OTHER,
        UNKNOWN
    }

    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]*)\\]");
    private static final Pattern CAMEL = Pattern.compile("(\\p{Ll})(\\p{Lu})");
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}\\p{Mc}]+");
    private static final Pattern NOISE = Pattern.compile("\\b(required|optional|read only|upload only|mandatory)\\b");
    private static final Pattern SECRET = plainPattern("passwor|passwd|passphrase|kennwort|passwort|mot de passe"
            + "|contrasena|palavra passe|palavra chave|wachtwoord|losenord|adgangskode|passord|salasana|parol\\b"
            + "|jelszo|mat khau|kata (sandi|laluan)|\\b(pw|haslo|heslo|parola|sifre|senha|clave de acceso"
            + "|lozinka|geslo|slaptazodis|parool|kodeord)\\b|lykilor|парол[ьаи](?![^ ])|лозинка|συνθηματικ|暗証番号|口令|رمز عبور|密码|密碼|パスワード|비밀번호|암호|סיסמה|كلمة المرور|كلمة السر"
            + "|κωδικος προσβασης|รหัสผ่าน|पासवर्ड");
    private static final Pattern SOUNDS_LIKE_EMAIL =
            plainPattern("\\b(e ?)?mails?\\b|\\bmail ?ad+res+e?\\b|courriel|messagerie|correo|correio|posta elettronica"
                    + "|e ?post|электронн\\p{L}* почт|електронн\\p{L}* (пошт|адрес)|ηλεκτρονικ|メール|邮件|邮箱|郵件|이메일"
                    + "|بريد|دوال|אימייל|דוא|ईमेल|อีเมล");
    private static final Pattern NOT_THE_EMAIL = plainPattern("\\b(recovery|secondary|second|other|backup"
            + "|manager|supervisor|sponsor|creator|previous|old|usage|status|sent|verified|date|time|count"
            + "|template|subject|body|type|notification|newsletter|opt|label|forward|alias|nickname|quota|domain|invitation"
            + "|secondaire|secours|recuperation|superieur|secundari[oa]|recuperacion|recuperacao|jefe|gestor"
            + "|secondari[oa]|recupero|pessoal|particular|secundaire?|herstel"
            + "|approver|lead|parents?|guardian|emergency|tutor|chef|chefs|chefe|responsable|superior|capo|responsabile|referente"
            + "|responsavel|encargad[oa]|leidinggevende|baas|mudur|amir|veli)\\b"
            + "|\\b(alternat|privat|prive|person[na]|persoon|zweit|vorgesetzt|wiederherst|prywatn|osobist|zapasow|dodatkow"
            + "|hierarchi|eltern|notfall|przelozon|kierownik|nadrizen|vedouci|yonetici)"
            + "|личн|дополнительн|резервн|запасн|руководител|начальник|родител|προισταμεν|個人|个人|私用|予備|備用|备用|恢复"
            + "|上司|上長|承認者|保護者|経理|经理|主管|上级|家长|개인|보조|복구|상사|승인자|보호자|المدير|المشرف");
    /** Of somebody's work or account: that of a payment, a licence or a second factor says nothing about a person. */
    private static final Pattern SOUNDS_LIKE_STATUS = plainPattern("^(?!.*\\b(mfa|2fa|2sv|factor"
            + "|authentication|licen[sc]e|payment|billing|sync|password|subscription|verification|marital|civil)\\b)"
            + "(?=.*(\\b(employee|employment|staff|worker|user"
            + "|account|member|person|personal|position|agente?|work|compte|conta|cuenta)\\b|mitarbeiter|beschaftig|anstell|benutzer|konto|nutzer"
            + "|salarie|collaborateur|utilisateur|emplead|usuario|laboral|dipendent|utente|impiegat|colaborador|funcionari"
            + "|medewerker|gebruiker|pracownik|zatrudnien|uzytkownik|zamestnan|uzivatel|uctu|calisan|personel|kullanici|hesap"
            + "|сотрудник|работник|пользовател|учетн|аккаунт|εργαζομεν|υπαλληλ|χρηστ|社員|従業員|ユーザ|アカウント|在籍|在職|在职"
            + "|员工|用户|账号|账户|員工|帳號|使用者|직원|사용자|계정|재직|الموظف|المستخدم|الحساب|עובד|משתמש|חשבון))"
            + ".*(status|statut|estado|stato\\b|situa|stav\\b|stan\\b|durum|статус|состояни|καταστασ|状態|状況|状态|狀態"
            + "|ステータス|상태|여부|حالة|סטטוס|מצב)");
    /** Reports name a field after the group it is in: {@code Legal Name - First Name}. */
    private static final Pattern PARTS = Pattern.compile("(.*\\S)(?:\\s[-–]\\s|:\\s)\\s*(\\S.*)");
    /** The answers a question may have, behind it: {@code Active (yes/no)}. */
    private static final Pattern ANSWERS =
            Pattern.compile("\\(\\s*[\\p{L}\\p{M}]{1,12}\\s*/\\s*[\\p{L}\\p{M}]{1,12}\\s*\\)");
    /** How services name the fields of a person: {@code profile.firstName}, {@code name.givenName}. */
    private static final Pattern FIELD =
            Pattern.compile("(profile|name|user|person|member|account|attributes)\\.(\\w+)", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 200;

    private static final Map<String, Meaning> MEANINGS = load();

    private Headings() {}

    static Meaning meaning(String heading) {
        if (heading.length() > LONGEST || Texts.blank(heading)) return Meaning.UNKNOWN;
        if (isSecret(heading)) return Meaning.SECRET;
        Meaning technical = technical(heading);
        if (technical != Meaning.UNKNOWN) return technical;
        String normal = normal(ANSWERS.matcher(heading).replaceAll(" "));
        Meaning exact = MEANINGS.getOrDefault(normal, Meaning.UNKNOWN);
        if (exact != Meaning.UNKNOWN) return exact;
        Meaning sound = bySound(normal);
        return sound == Meaning.UNKNOWN ? byLastPart(heading) : sound;
    }

    /** Of somebody else's name the last part is the same. */
    private static Meaning byLastPart(String heading) {
        Matcher parts = PARTS.matcher(Texts.clean(heading));
        return parts.matches() && !NOT_THE_EMAIL.matcher(normal(parts.group(1))).find()
                ? MEANINGS.getOrDefault(normal(parts.group(2)), Meaning.UNKNOWN)
                : Meaning.UNKNOWN;
    }

    private static Meaning bySound(String normal) {
        if (!SOUNDS_LIKE_EMAIL.matcher(normal).find()) {
            return SOUNDS_LIKE_STATUS.matcher(normal).find() ? Meaning.STATUS : Meaning.UNKNOWN;
        }
        return NOT_THE_EMAIL.matcher(normal).find() ? Meaning.OTHER_EMAIL : Meaning.EMAIL;
    }

    /** By the technical name, which is the same in every language: {@code Nom [surname]}, {@code profile.email}. */
    private static Meaning technical(String heading) {
        Matcher field = FIELD.matcher(Texts.clean(heading));
        if (field.matches()) return MEANINGS.getOrDefault(normal(field.group(2)), Meaning.UNKNOWN);
        return bracketed(heading).stream()
                .map(inner -> MEANINGS.getOrDefault(inner, Meaning.UNKNOWN))
                .filter(meaning -> meaning != Meaning.UNKNOWN)
                .findFirst()
                // The question before [accountEnabled] is the opposite one: is the sign-in to be blocked?
                .map(meaning ->
                        meaning == Meaning.NO_IS_OFF && !isNamed(heading, meaning) ? Meaning.YES_IS_OFF : meaning)
                .orElse(Meaning.UNKNOWN);
    }

    private static boolean isNamed(String heading, Meaning meaning) {
        return MEANINGS.get(normal(heading)) == meaning;
    }

    /** Whether the text is, or names, a password; also as part of a heading that was not taken apart. */
    static boolean isSecret(String heading) {
        if (Texts.blank(heading)) return false;
        String normal = normal(heading.replace('[', ' ').replace(']', ' '));
        return SECRET.matcher(normal).find() || MEANINGS.get(normal) == Meaning.SECRET;
    }

    /** Lower case, without accents, signs and brackets, words apart. */
    static String normal(String heading) {
        String apart = CAMEL.matcher(BRACKETS.matcher(heading).replaceAll(" ")).replaceAll("$1 $2");
        String words = NO_WORD.matcher(plain(apart).toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        return NOISE.matcher(words)
                .replaceAll("")
                .strip()
                .replace("ß", "ss")
                .replace("ł", "l")
                .replace("ı", "i");
    }

    /** The technical names some systems put in brackets behind their headings. */
    static List<String> bracketed(String heading) {
        return BRACKETS.matcher(heading)
                .results()
                .map(match -> normal(match.group(1)))
                .filter(inner -> !inner.isEmpty())
                .toList();
    }

    /** All that the headings of a record say, in normal form. */
    static Set<String> all(List<String> headings) {
        Set<String> all = new HashSet<>();
        for (String heading : headings) {
            if (heading.length() > LONGEST) continue;
            all.add(normal(heading));
            all.addAll(bracketed(heading));
        }
        return all;
    }

    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    }

    private static Pattern plainPattern(String alternatives) {
        return Pattern.compile(plain(alternatives));
    }

    private static Map<String, Meaning> load() {
        Map<String, Meaning> meanings = new HashMap<>();
        WordList.read("headings.txt").forEach((kind, headings) -> {
            for (String heading : headings) meanings.putIfAbsent(heading, Meaning.valueOf(kind));
        });
        return Map.copyOf(meanings);
    }
}
