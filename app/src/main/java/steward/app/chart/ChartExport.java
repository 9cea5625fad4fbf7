package steward.app.chart;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import steward.app.chart.UsageChart.Bucket;

/** A chart as picture or table. {@link #picture} on the FX thread; writing belongs in the background. */
public final class ChartExport {
    private ChartExport() {}

    /** The node at twice its size, as it looks now. */
    public static WritableImage picture(Node chart) {
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(2, 2));
        return chart.snapshot(parameters, null);
    }

    /** Writes a PNG; blocks. */
    public static void png(WritableImage image, OutputStream out) throws IOException {
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", out);
    }

    /** The values as CSV with ISO times in UTC; what is not known stays empty. */
    public static String csv(List<Bucket> buckets) {
        var text = new StringBuilder("start,end,highest,average,owned,refused\r\n");
        for (Bucket bucket : buckets) {
            text.append(bucket.start()).append(',').append(bucket.end()).append(',');
            text.append(bucket.highest() == null ? "" : bucket.highest()).append(',');
            text.append(bucket.average() == null ? "" : bucket.average()).append(',');
            text.append(bucket.owned()).append(',').append(bucket.refused()).append("\r\n");
        }
        return text.toString();
    }
}
