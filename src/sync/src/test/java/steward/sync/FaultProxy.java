package steward.sync;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands between client and server on the loopback interface and does to each call what a plan says. One call a
 * connection towards the server; the event stream is passed on as it comes. Thread-safe.
 */
public final class FaultProxy implements AutoCloseable {

    /** A call as the plan sees it. */
    public record Call(String method, String path, String body, String head) {
        public boolean isWrite() {
            return !method.equals("GET");
        }
    }

    private record Message(byte[] head, byte[] body) {
        String start() {
            String text = new String(head, StandardCharsets.ISO_8859_1);
            return text.substring(0, text.indexOf('\r'));
        }
    }

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)");
    private static final Pattern CHUNKED = Pattern.compile("(?i)\r\ntransfer-encoding: *chunked");
    private static final Pattern STREAM = Pattern.compile("(?i)\r\ncontent-type: *text/event-stream");

    private volatile URI target;
    private volatile Function<Call, Fault> plan = call -> Fault.NONE;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger writes = new AtomicInteger();
    private final int port;
    private ServerSocket socket;
    private Thread accepting;

    public FaultProxy(URI target) throws IOException {
        this.target = target;
        socket = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        port = socket.getLocalPort();
        accept(socket);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    void target(URI other) {
        target = other;
    }

    public void plan(Function<Call, Fault> each) {
        plan = each;
    }

    /** How many writes have come so far. */
    int writes() {
        return writes.get();
    }

    /** Connections are refused until {@link #listen}, and those that are open are reset. */
    synchronized void refuse() throws IOException {
        socket.close();
        // the port is free only when nobody waits at it any more
        World.await("nobody accepts", () -> !accepting.isAlive());
        open.forEach(FaultProxy::reset);
    }

    synchronized void listen() throws IOException {
        socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        accept(socket);
    }

    /** Whatever was on its way is over on return: the next call is one that begins after. There is no plan then. */
    void cut() throws IOException {
        CountDownLatch last = new CountDownLatch(1);
        plan(call -> {
            if (call.path().equals("/last")) last.countDown();
            return Fault.RESET_BEFORE;
        });
        // connections are accepted in their order: when this one was, all were
        try (Socket own = new Socket(InetAddress.getLoopbackAddress(), port)) {
            own.getOutputStream().write("GET /last HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            World.await("the last", () -> last.getCount() == 0);
        }
        open.forEach(FaultProxy::reset);
        World.await("nothing on its way", open::isEmpty);
        plan(call -> Fault.NONE);
    }

    private void accept(ServerSocket listening) {
        accepting = Thread.ofVirtual().start(() -> {
            while (true) {
                try {
                    Socket client = listening.accept();
                    open.add(client);
                    Thread.ofVirtual().start(() -> serve(client));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private void serve(Socket client) {
        try (client) {
            Message request = read(client.getInputStream());
            while (request != null) {
                String[] line = request.start().split(" ");
                Call call = new Call(
                        line[0],
                        line[1],
                        new String(request.body(), StandardCharsets.UTF_8),
                        new String(request.head(), StandardCharsets.ISO_8859_1));
                if (call.isWrite()) writes.incrementAndGet();
                if (!answer(client, request, plan.apply(call))) return;
                request = read(client.getInputStream());
            }
        } catch (IOException broken) {
            reset(client);
        } finally {
            open.remove(client);
        }
    }

    /** @return whether the connection goes on */
    private boolean answer(Socket client, Message request, Fault fault) throws IOException {
        OutputStream out = client.getOutputStream();
        switch (fault) {
            case NONE -> {
                return forward(client, request);
            }
            case TWICE -> {
                exchange(request);
                return forward(client, request);
            }
            case STALL -> {
                client.getInputStream().read();
                return false;
            }
            case RESET_BEFORE -> reset(client);
            case RESET_WITHIN -> {
                half(request);
                reset(client);
            }
            case RESET_AFTER -> {
                send(request).close();
                reset(client);
            }
            case DROP_ANSWER -> {
                exchange(request);
                reset(client);
            }
            case TRUNCATE -> {
                byte[] whole = exchange(request);
                out.write(whole, 0, Math.max(1, whole.length - 20));
                out.flush();
                reset(client);
            }
            case GARBAGE -> {
                exchange(request);
                return write(out, "200 OK", "application/json", "{\"items\": [{\"nonsense\"", "");
            }
            case HTML -> {
                exchange(request);
                return write(out, "200 OK", "text/html", "<html>Welcome to the hotel</html>", "");
            }
            case ENDLESS -> endless(out);
            case REDIRECT -> {
                return write(out, "302 Found", "text/html", "<html>302</html>", "Location: https://hotel.example/\r\n");
            }
            case GATEWAY -> {
                return write(out, "502 Bad Gateway", "text/html", "<html>502</html>", "");
            }
            default -> {
                return limited(out, fault);
            }
        }
        return false;
    }

    /** Until the other side has enough. */
    private static void endless(OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        byte[] blanks = new byte[1 << 20];
        Arrays.fill(blanks, (byte) ' ');
        while (true) out.write(blanks);
    }

    private boolean limited(OutputStream out, Fault fault) throws IOException {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(1));
        return switch (fault) {
            case RATE_SECONDS -> problem(out, 429, "Retry-After: 1\r\n");
            case RATE_DATE -> problem(out, 429, "Retry-After: " + date + "\r\n");
            case RATE_GARBAGE -> problem(out, 429, "Retry-After: soonish\r\n");
            case UNAVAILABLE_SECONDS -> problem(out, 503, "Retry-After: 1\r\n");
            case UNAVAILABLE_AT_ONCE -> problem(out, 503, "Retry-After: 0\r\n");
            case BAD_REQUEST -> problem(out, 400, "");
            case TOO_LARGE -> write(out, "413 Too Large", "text/html", "<html>413</html>", "");
            default -> write(out, "503 Service Unavailable", "text/html", "<html>503</html>", "");
        };
    }

    private static boolean problem(OutputStream out, int status, String header) throws IOException {
        String body = "{\"type\":\"urn:problem:x\",\"title\":\"x\",\"status\":" + status
                + ",\"detail\":\"x\",\"field\":null,\"current\":null}";
        return write(out, status + " X", "application/problem+json", body, header);
    }

    private static boolean write(OutputStream out, String status, String type, String body, String header)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + header + "Content-Length: "
                + bytes.length + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(bytes);
        out.flush();
        return true;
    }

    private boolean forward(Socket client, Message request) throws IOException {
        try (Socket server = send(request)) {
            InputStream in = server.getInputStream();
            byte[] head = head(in);
            if (head == null) throw new IOException("the server hung up");
            OutputStream out = client.getOutputStream();
            out.write(head);
            String text = new String(head, StandardCharsets.ISO_8859_1);
            if (STREAM.matcher(text).find()) {
                out.flush();
                stream(client, server);
                return false;
            }
            out.write(body(text, in, false));
            out.flush();
            return true;
        }
    }

    /** Passes a stream on until either side ends it. */
    private void stream(Socket client, Socket server) {
        open.add(server);
        Thread.ofVirtual().start(() -> {
            try {
                client.getInputStream().read();
                server.close();
            } catch (IOException gone) {
                reset(server);
            }
        });
        try {
            server.getInputStream().transferTo(new Flushing(client.getOutputStream()));
        } catch (IOException gone) {
            reset(client);
        } finally {
            open.remove(server);
        }
    }

    private byte[] exchange(Message request) throws IOException {
        try (Socket server = send(request)) {
            InputStream in = server.getInputStream();
            byte[] head = head(in);
            if (head == null) throw new IOException("the server hung up");
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            whole.write(head);
            whole.write(body(new String(head, StandardCharsets.ISO_8859_1), in, false));
            return whole.toByteArray();
        }
    }

    private Socket send(Message request) throws IOException {
        Socket server = new Socket(target.getHost(), target.getPort());
        server.getOutputStream().write(request.head());
        server.getOutputStream().write(request.body());
        server.getOutputStream().flush();
        return server;
    }

    private void half(Message request) throws IOException {
        try (Socket server = new Socket(target.getHost(), target.getPort())) {
            server.getOutputStream().write(request.head());
            server.getOutputStream().write(request.body(), 0, request.body().length / 2);
            server.getOutputStream().flush();
            reset(server);
        }
    }

    private static Message read(InputStream in) throws IOException {
        byte[] head = head(in);
        if (head == null) return null;
        return new Message(head, body(new String(head, StandardCharsets.ISO_8859_1), in, true));
    }

    private static byte[] head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < 4) {
            int c = in.read();
            if (c < 0) return null;
            head.write(c);
            boolean expected = c == (matched % 2 == 0 ? '\r' : '\n');
            if (expected) matched++;
            else matched = c == '\r' ? 1 : 0;
        }
        return head.toByteArray();
    }

    /** The body as it stands on the wire. */
    private static byte[] body(String head, InputStream in, boolean request) throws IOException {
        Matcher length = LENGTH.matcher(head);
        if (length.find()) return whole(in, Integer.parseInt(length.group(1)));
        if (CHUNKED.matcher(head).find()) return chunks(in);
        boolean none = request || head.startsWith("HTTP/1.1 204") || head.startsWith("HTTP/1.1 304");
        return none ? new byte[0] : in.readAllBytes();
    }

    /** Half an answer of the server must not become one that is waited for. */
    private static byte[] whole(InputStream in, int length) throws IOException {
        byte[] read = in.readNBytes(length);
        if (read.length < length) throw new IOException("cut in the body");
        return read;
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size;
        do {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int c = in.read(); c >= 0; c = in.read()) {
                line.write(c);
                if (c == '\n') break;
            }
            if (line.size() == 0) throw new IOException("cut in a chunk");
            body.write(line.toByteArray());
            size = Integer.parseInt(line.toString(StandardCharsets.ISO_8859_1).strip(), 16);
            body.write(in.readNBytes(size + 2));
        } while (size > 0);
        return body.toByteArray();
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyGone) {
            // that is what was wanted
        }
    }

    @Override
    public void close() throws IOException {
        refuse();
    }

    /** Events are worth nothing in a buffer. */
    private static final class Flushing extends OutputStream {
        private final OutputStream out;

        Flushing(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            out.flush();
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(Arrays.copyOfRange(bytes, from, from + length));
            out.flush();
        }
    }
}
