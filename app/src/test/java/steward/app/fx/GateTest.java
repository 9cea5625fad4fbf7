package steward.app.fx;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import javafx.application.Platform;

@AnalyzeClasses(packages = "steward.app", importOptions = ImportOption.DoNotIncludeTests.class)
class GateTest {
    @ArchTest
    static final ArchRule onlyOneDoorToTheFxThread = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(FxThread.class.getName())
            .should()
            .callMethod(Platform.class, "runLater", Runnable.class);

    @ArchTest
    static final ArchRule reusablePartsKnowNoDomain = noClasses()
            .that()
            .resideInAnyPackage(
                    "steward.app.fx..",
                    "steward.app.theme..",
                    "steward.app.control..",
                    "steward.app.chart..",
                    "steward.app.dialog..",
                    "steward.app.notice..",
                    "steward.app.i18n..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "steward.api..", "steward.store..", "steward.sync..", "steward.people..", "steward.server..");
}
