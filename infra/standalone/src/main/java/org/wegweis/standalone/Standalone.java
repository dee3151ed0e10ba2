package org.wegweis.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.Banner;
import org.springframework.context.ConfigurableApplicationContext;
import org.wegweis.identity.FirstAdministrator;
import org.wegweis.identity.IdentityProvider;
import org.wegweis.ledgerbridge.LedgerBridge;
import org.wegweis.mobile.MobileApi;
import org.wegweis.projections.Projections;
import org.wegweis.tracking.TrackingService;

/** Everything in one JVM: PostgreSQL, Kafka, the identity provider and the services. */
public final class Standalone {
    private static final String AUTHORIZATION_SERVER =
            "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.";
    /** Only the identity provider signs people in. */
    private static final List<String> IDENTITYS_OWN = List.of(
            AUTHORIZATION_SERVER + "OAuth2AuthorizationServerAutoConfiguration",
            AUTHORIZATION_SERVER + "OAuth2AuthorizationServerJwtAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration");
    /** Only ledger-bridge reads Kafka through Spring. */
    private static final List<String> LEDGER_BRIDGES_OWN = List.of(
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.metrics.KafkaMetricsAutoConfiguration");

    private final Ports ports;
    private final DataFolder folder;
    private final Running running;
    private final List<String> ledger;

    /** @param ledger settings of the ledger that seals */
    private Standalone(Ports ports, DataFolder folder, Running running, List<String> ledger) {
        this.ports = ports;
        this.folder = folder;
        this.running = running;
        this.ledger = ledger;
    }

    /** Starts everything and stays until it is told to stop; after a problem, one sentence and exit code 1. */
    public static void main(String[] args) throws InterruptedException {
        var running = new Running();
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop"));
        try {
            start(Arguments.parse(args), Ports.parse(System.getenv()), running, System.out);
        } catch (StartProblem e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private static void start(Arguments arguments, Ports ports, Running running, PrintStream out)
            throws StartProblem, InterruptedException {
        var folder = running.add(DataFolder.open(arguments.data()));
        ports.requireFree();
        // Before the first logger: one log for the JVM, not one configuration by each context.
        System.setProperty("wegweis.log", folder.logFile().toString());
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install(); // Tomcat speaks java.util.logging
        LoggerFactory.getLogger(Standalone.class).atInfo().log("starting");
        try {
            new Standalone(ports, folder, running, ledger(arguments)).run(arguments, out);
        } catch (ExecutionException | IOException | RuntimeException e) {
            Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            if (cause instanceof StartProblem problem) throw problem;
            LoggerFactory.getLogger(Standalone.class).atError().setCause(cause).log("not started");
            throw new StartProblem(
                    "Wegweis did not start: " + firstLine(cause) + " (more in " + folder.logFile() + ").", cause);
        }
    }

    private static List<String> ledger(Arguments arguments) throws StartProblem {
        if (arguments.network().isEmpty()) return List.of();
        Path settings = arguments.network().get().toAbsolutePath().resolve("bridge.properties");
        if (!Files.isReadable(settings)) {
            throw new StartProblem("There is no consortium network: " + settings
                    + " cannot be read. Start one with infra/fabric/up, or name its folder with --network.");
        }
        return List.of("wegweis.ledger.kind=fabric", "spring.config.import=file:" + settings);
    }

    private static String firstLine(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) root = root.getCause();
        return (root.getClass().getSimpleName() + ": " + root.getMessage())
                .lines()
                .findFirst()
                .orElseThrow();
    }

    private void run(Arguments arguments, PrintStream out)
            throws ExecutionException, InterruptedException, IOException, StartProblem {
        var inner = Ports.inner(folder.resolve("ports.properties"), "postgresql", "kafka", "kafka-controller");
        Database database;
        Doors doors;
        try (var pool = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("start-", 0).factory())) {
            var kafka = pool.submit(() -> kafka(arguments, inner));
            database = pool.submit(
                            () -> running.add(Database.start(folder.resolve("postgres"), port(inner, "postgresql"))))
                    .get();
            doors = open(pool, database, kafka.get(), out);
        }
        Duration ready = sinceStart();
        print(doors, out);
        if (arguments.demo()) play(doors, out);
        out.println("ready in " + seconds(ready));
        ResidentSize.mebibytes(database.processes()).ifPresent(size -> out.println("resident " + size + " MiB"));
    }

    /** Where Kafka is: the embedded one is started. */
    private String kafka(Arguments arguments, Map<String, Integer> inner) throws IOException {
        if (arguments.kafka().isPresent()) return arguments.kafka().get();
        int port = port(inner, "kafka");
        running.add(Broker.start(folder.resolve("kafka"), port, port(inner, "kafka-controller")));
        return "127.0.0.1:" + port;
    }

    private static int port(Map<String, Integer> ports, String name) {
        return Objects.requireNonNull(ports.get(name));
    }

    private Doors open(ExecutorService pool, Database database, String kafka, PrintStream out)
            throws ExecutionException, InterruptedException, IOException {
        var secret = Secret.in(folder.resolve("keys").resolve("mobile-api.secret"));
        List<Future<ConfigurableApplicationContext>> starts = services(secret).stream()
                .map(service -> pool.submit(() -> running.add(open(service, database, kafka))))
                .toList();
        var password = starts.getFirst().get().getBean(FirstAdministrator.class).password();
        // At once: should another service fail now, nobody could ever sign in here.
        password.ifPresent(it -> out.println(
                "first administrator: " + FirstAdministrator.SIGN_IN_NAME + ", password " + it + " (shown only now)"));
        for (var start : starts) start.get();
        return new Doors(
                ports.uri(Service.IDENTITY),
                ports.uri(Service.MOBILE_API),
                ports.uri(Service.TRACKING_SERVICE),
                ports.uri(Service.PROJECTIONS),
                ports.uri(Service.LEDGER_BRIDGE),
                folder.path(),
                password);
    }

    /** The services, the identity provider first. */
    private List<Service> services(String secret) {
        Path keys = folder.resolve("keys");
        return List.of(
                new Service(
                        "identity",
                        Service.IDENTITY,
                        IdentityProvider::application,
                        LEDGER_BRIDGES_OWN,
                        List.of(
                                "wegweis.keys=" + keys,
                                "wegweis.identity.issuer=" + ports.uri(Service.IDENTITY),
                                "wegweis.identity.console=" + ports.uri(Service.PROJECTIONS),
                                "wegweis.identity.mobile-api-secret=" + secret)),
                new Service(
                        "tracking-service",
                        Service.TRACKING_SERVICE,
                        TrackingService::application,
                        both(IDENTITYS_OWN, LEDGER_BRIDGES_OWN),
                        List.of()),
                new Service(
                        "mobile-api",
                        Service.MOBILE_API,
                        MobileApi::application,
                        both(IDENTITYS_OWN, LEDGER_BRIDGES_OWN),
                        List.of(
                                "wegweis.service-client.id=mobile-api",
                                "wegweis.service-client.secret=" + secret,
                                "wegweis.service-client.token-uri=" + ports.uri(Service.IDENTITY) + "/oauth2/token")),
                new Service(
                        "projections",
                        Service.PROJECTIONS,
                        Projections::application,
                        both(IDENTITYS_OWN, LEDGER_BRIDGES_OWN),
                        List.of()),
                new Service(
                        "ledger-bridge",
                        Service.LEDGER_BRIDGE,
                        LedgerBridge::application,
                        IDENTITYS_OWN,
                        both(
                                List.of(
                                        "wegweis.keys=" + keys,
                                        "wegweis.sealing.every=5s",
                                        "wegweis.time-stamps.every=1s"),
                                ledger)));
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private ConfigurableApplicationContext open(Service service, Database database, String kafka) {
        var settings = new ArrayList<>(List.of(
                "server.port=" + ports.of(service),
                "server.address=127.0.0.1",
                "spring.datasource.url=" + database.url(),
                "spring.datasource.username=" + Database.USER,
                "spring.kafka.bootstrap-servers=" + kafka,
                "wegweis.mobile-api.url=" + ports.uri(Service.MOBILE_API),
                "wegweis.tracking-service.url=" + ports.uri(Service.TRACKING_SERVICE),
                "wegweis.projections.url=" + ports.uri(Service.PROJECTIONS),
                "wegweis.ledger-bridge.url=" + ports.uri(Service.LEDGER_BRIDGE),
                "spring.autoconfigure.exclude=" + String.join(",", service.excludes())));
        // The identity provider reads its own keys without a round trip to itself.
        if (service.offset() != Service.IDENTITY) {
            settings.add("spring.security.oauth2.resourceserver.jwt.issuer-uri=" + ports.uri(Service.IDENTITY));
        }
        settings.addAll(service.properties());
        return service.application()
                .get()
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false) // the order of stopping is ours
                .run(settings.stream().map(setting -> "--" + setting).toArray(String[]::new));
    }

    private static void print(Doors doors, PrintStream out) {
        out.println("mobile-api        " + doors.mobileApi());
        out.println("tracking-service  " + doors.trackingService());
        out.println("projections       " + doors.projections() + "/  (console)");
        out.println("ledger-bridge     " + doors.ledgerBridge());
        out.println("identity          " + doors.identity());
    }

    private static void play(Doors doors, PrintStream out) throws StartProblem {
        long before = System.nanoTime();
        for (var play : ServiceLoader.load(AfterStart.class)) {
            try {
                play.run(doors);
            } catch (Exception e) {
                LoggerFactory.getLogger(Standalone.class).atError().setCause(e).log("demo broke off");
                throw new StartProblem("The demo broke off: " + firstLine(e) + " (more in the log).", e);
            }
        }
        out.println("demo played in " + seconds(Duration.ofNanos(System.nanoTime() - before)));
    }

    private static Duration sinceStart() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
