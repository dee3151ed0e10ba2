package org.wegweis.ledgerbridge;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The pages for anybody: one on which a package is dropped, asking {@code POST /verify}, and one on how the ledger stands,
 * asking {@code GET /api/ledger}. They load nothing from elsewhere.
 */
@RestController
@Configuration(proxyBeanMethods = false)
class PublicPages implements WebMvcConfigurer {
    private static final String POLICY =
            "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

    private final Resource verify = new ClassPathResource("verify/index.html");
    private final Resource ledger = new ClassPathResource("ledger/index.html");

    @GetMapping(path = "/verify", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<Resource> verify() {
        return page(verify);
    }

    @GetMapping(path = "/ledger", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<Resource> ledger() {
        return page(ledger);
    }

    private static ResponseEntity<Resource> page(Resource page) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noCache())
                .header("Content-Security-Policy", POLICY)
                .body(page);
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/verify");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (String page : new String[] {"/verify/", "/ledger/"}) {
            registry.addResourceHandler(page + "*.js", page + "*.css", page + "*.svg")
                    .addResourceLocations("classpath:" + page)
                    .setCacheControl(CacheControl.noCache());
        }
    }
}
