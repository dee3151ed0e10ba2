package org.wegweis.projections.console;

import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.wegweis.door.Problem;

/** The console: one page under every address that is its own, and its assets, whose names change with their content. */
@RestController
@Configuration(proxyBeanMethods = false)
public class ConsolePages implements WebMvcConfigurer {
    private final Resource index = new ClassPathResource("console/index.html");
    private final Settings settings;
    private final String policy;

    /** @param ledgerBridge where evidence packages are fetched from */
    record Settings(URI issuer, String clientId, URI ledgerBridge) {}

    ConsolePages(
            @Value("${wegweis.console.issuer:${spring.security.oauth2.resourceserver.jwt.issuer-uri}}") URI issuer,
            @Value("${wegweis.ledger-bridge.url}") URI ledgerBridge) {
        this.settings = new Settings(issuer, "console", ledgerBridge);
        this.policy = "default-src 'self'; img-src 'self' data:; connect-src 'self' " + origin(issuer) + " "
                + origin(ledgerBridge)
                + "; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";
    }

    @GetMapping("/console-settings.json")
    Settings settings() {
        return settings;
    }

    @GetMapping(path = {"/", "/index.html", "/vorgang/{id}", "/hinweise", "/nachweise", "/nachweise/{id}", "/register"})
    ResponseEntity<Resource> page() {
        if (!index.exists()) throw Problem.notFound("This service was built without its console.");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noCache())
                .header("Content-Security-Policy", policy)
                .body(index);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/console/assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable());
        registry.addResourceHandler("/*.svg", "/*.png", "/*.ico").addResourceLocations("classpath:/console/");
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
