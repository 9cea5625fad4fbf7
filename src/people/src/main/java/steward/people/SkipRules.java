package steward.people;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import steward.people.Columns.Flag;

/** Which rows of other systems are passed over. Immutable. */
final class SkipRules {
    private static final Set<String> OFF = Set.of(
            "suspended",
            "deactivated",
            "disabled",
            "inactive",
            "blocked",
            "archived",
            "deleted",
            "deprovisioned",
            "removed",
            "off",
            "closed",
            "terminated",
            "gesperrt",
            "deaktiviert",
            "inaktiv",
            "blockiert",
            "geloscht",
            "ausgeschieden",
            "suspendu",
            "suspendue",
            "desactive",
            "desactivee",
            "inactif",
            "inactive",
            "bloque",
            "supprime",
            "suspendido",
            "suspendida",
            "desactivado",
            "desactivada",
            "inactivo",
            "inactiva",
            "bloqueado",
            "eliminado",
            "sospeso",
            "sospesa",
            "disattivato",
            "disattivata",
            "inattivo",
            "bloccato",
            "eliminato",
            "suspenso",
            "desativado",
            "inativo",
            "excluido",
            "opgeschort",
            "gedeactiveerd",
            "uitgeschakeld",
            "inactief",
            "geblokkeerd",
            "verwijderd",
            "avstangd",
            "inaktiverad",
            "inaktiv",
            "blockerad",
            "borttagen",
            "suspendert",
            "deaktivert",
            "deaktiveret",
            "estetty",
            "zawieszony",
            "nieaktywny",
            "zablokowany",
            "neaktivni",
            "zablokovany",
            "felfuggesztett",
            "inaktiv",
            "askiya alındı",
            "pasif",
            "заблокирован",
            "отключен",
            "неактивен",
            "приостановлен",
            "停用",
            "已停用",
            "停止",
            "無効",
            "정지",
            "비활성",
            "معلق",
            "מושעה");
    private static final Set<String> BOT = Set.of("bot", "app", "service account", "application", "integration");
    private static final Set<String> YES = Set.of(
            "true",
            "yes",
            "y",
            "1",
            "x",
            "ja",
            "wahr",
            "oui",
            "vrai",
            "si",
            "verdadero",
            "vero",
            "sim",
            "verdadeiro",
            "waar",
            "sant",
            "tak",
            "ano",
            "igen",
            "evet",
            "да",
            "是",
            "はい",
            "예");
    private static final Set<String> NO = Set.of(
            "false", "no", "n", "0", "nein", "falsch", "non", "faux", "falso", "nao", "nee", "onwaar", "nej", "falskt",
            "nei", "nie", "ne", "nem", "hayir", "нет", "ні", "否", "いいえ", "아니요");
    private static final Pattern EXAMPLE = Pattern.compile("^(example|sample|beispiel|exemple|ejemplo|esempio|exemplo"
            + "|voorbeeld|exempel|eksempel|esimerkki|przyklad|przykład|priklad|příklad|pelda|példa|ornek|örnek|пример"
            + "|приклад|例|示例|範例|예|예시|مثال|דוגמה)\\s*[:：].*");
    private static final Pattern MICROSOFT_SAMPLE =
            Pattern.compile("[^@\\s]+@(contoso|fabrikam)\\.[a-z.]+", Pattern.CASE_INSENSITIVE);
    private static final int SAMPLE_ROWS = 5;

    private final Exporter exporter;
    private final List<Flag> flags;

    SkipRules(Exporter exporter, List<Flag> flags) {
        this.exporter = exporter;
        this.flags = flags;
    }

    /** Why the record is passed over, or null. */
    Skip skip(Rec rec, String email, long index) {
        if (example(rec, email, index)) return new Skip(Skip.Kind.EXAMPLE, Texts.clean(email));
        for (Flag flag : flags) {
            Skip skip = flagged(flag, Texts.clean(rec.cell(flag.column())));
            if (skip != null) return skip;
        }
        return null;
    }

    private boolean example(Rec rec, String email, long index) {
        if (exampleText(email)) return true;
        if (index >= SAMPLE_ROWS) return false;
        if (exporter.microsoft() && MICROSOFT_SAMPLE.matcher(Texts.clean(email)).matches()) return true;
        return exporter != Exporter.NONE && exampleText(rec.cell(0));
    }

    private static boolean exampleText(String cell) {
        String text = RowMaker.lower(cell);
        return text.length() < 400 && EXAMPLE.matcher(text).matches();
    }

    private static Skip flagged(Flag flag, String cell) {
        if (cell.isEmpty()) return null;
        String word = Headings.normal(cell);
        boolean off =
                switch (flag.meaning()) {
                    case WORD -> OFF.contains(word);
                    case YES_IS_OFF -> YES.contains(word) || OFF.contains(word);
                    case NO_IS_OFF -> NO.contains(word) || OFF.contains(word);
                    case FILLED_IS_OFF -> !NO.contains(word) && !word.isEmpty();
                    case YES_IS_BOT, REPORT_STATE -> false;
                };
        if (off) return new Skip(Skip.Kind.SUSPENDED, cell);
        boolean bot = flag.meaning() == Columns.Meaning.WORD && BOT.contains(word);
        if (bot || (flag.meaning() == Columns.Meaning.YES_IS_BOT && YES.contains(word))) {
            return new Skip(Skip.Kind.BOT, cell);
        }
        boolean reported = flag.meaning() == Columns.Meaning.REPORT_STATE;
        String state = cell.toLowerCase(Locale.ROOT);
        return reported && Report.State.done(state) ? new Skip(Skip.Kind.DONE, state) : null;
    }
}
