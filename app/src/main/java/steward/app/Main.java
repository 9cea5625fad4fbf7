package steward.app;

public final class Main {
    private Main() {}

    public static void main(String[] a) {
        System.out.println(javafx.scene.layout.Region.class);
    }
}
