package steward.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenseAlertTest {

    @ParameterizedTest
    @CsvSource({"1,1", "15,1", "16,2", "25,2", "26,3", "99,10", "100,8", "999,80", "1000,50"})
    void alertsByWhatRemains(int owned, int left) {
        assertThat(LicenseAlert.threshold(owned)).isEqualTo(left);
        assertThat(LicenseAlert.isLow(owned, owned)).isTrue();
        assertThat(LicenseAlert.isLow(owned - left, owned)).isEqualTo(owned > left);
        assertThat(LicenseAlert.isLow(owned - left - 1, owned)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0,1"})
    void nothingInUseIsNoAlert(int inUse, int owned) {
        assertThat(LicenseAlert.isLow(inUse, owned)).isFalse();
    }
}
