package org.wegweis.ledgerbridge.time;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.wegweis.evidence.time.Algorithms;
import org.wegweis.evidence.time.Imprint;
import org.wegweis.evidence.time.TimeStamp;
import org.wegweis.evidence.time.TimeStampAuthority;

/** Somebody's authority at a URL (RFC 3161 §3.4). What it sends is believed only after all of it was looked at. */
public final class HttpTimeStampAuthority implements TimeStampAuthority {
    private static final int LARGEST_ANSWER = 1 << 20;
    private static final int NONCE_BITS = 64;
    /** By how much its clock and ours may differ. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(10);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final SecureRandom random = new SecureRandom();
    private final URI url;
    private final List<X509Certificate> anchors;
    private final Duration timeout;
    private final InstantSource clock;

    /** @param anchors its certificate or that of who certified it */
    public HttpTimeStampAuthority(URI url, List<X509Certificate> anchors, Duration timeout, InstantSource clock) {
        this.url = url;
        this.anchors = List.copyOf(anchors);
        this.timeout = timeout;
        this.clock = clock;
    }

    @Override
    public List<X509Certificate> anchors() {
        return anchors;
    }

    @Override
    public boolean independent() {
        return true;
    }

    @Override
    public String name() {
        return url.toString();
    }

    @Override
    public Answer stamp(Imprint imprint) {
        var queries = new TimeStampRequestGenerator();
        queries.setCertReq(true);
        try {
            var query = queries.generate(
                    imprint.algorithm().identifier(), imprint.value(), new BigInteger(NONCE_BITS, random));
            var request = HttpRequest.newBuilder(url)
                    .timeout(timeout)
                    .header("Content-Type", "application/timestamp-query")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(query.getEncoded()))
                    .build();
            return exchanged(request, query, imprint);
        } catch (IOException e) {
            return new Answer.Away(e.getClass().getSimpleName());
        }
    }

    private Answer exchanged(HttpRequest request, TimeStampRequest query, Imprint imprint) throws IOException {
        // the timeout of a request ends with its headers; the body may not take for ever either
        var exchange = http.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try {
            var answer = exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != 200) return new Answer.Away("HTTP " + answer.statusCode());
            return judged(answer.body(), query, imprint);
        } catch (TimeoutException _) {
            exchange.cancel(true);
            return new Answer.Away("no answer within " + timeout);
        } catch (ExecutionException e) {
            return new Answer.Away(String.valueOf(e.getCause()));
        } catch (InterruptedException _) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            return new Answer.Away("stopped");
        }
    }

    private Answer judged(byte[] body, TimeStampRequest query, Imprint imprint) {
        try {
            var response = new TimeStampResponse(body);
            int status = response.getStatus();
            if (status != PKIStatus.GRANTED && status != PKIStatus.GRANTED_WITH_MODS) {
                return new Answer.Refused("status " + status + ", " + response.getStatusString());
            }
            response.validate(query); // status, nonce, imprint, policy
            var timeStamp = TimeStamp.normalized(response.getTimeStampToken().getEncoded(), anchors);
            timeStamp.goodUntil(anchors, Algorithms.KNOWN);
            if (!timeStamp.imprint().equals(imprint)) return new Answer.Wrong("a time stamp over something else");
            var apart = Duration.between(timeStamp.genTime(), clock.instant()).abs();
            if (apart.compareTo(CLOCKS_APART) > 0) {
                return new Answer.Wrong("its clock and ours are " + apart + " apart");
            }
            return new Answer.Stamped(timeStamp);
        } catch (TSPException | IOException | RuntimeException e) {
            // the last of them: whatever hostile bytes provoke in a parser
            return new Answer.Wrong(String.valueOf(e.getMessage()));
        }
    }
}
