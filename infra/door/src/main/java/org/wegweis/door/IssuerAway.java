package org.wegweis.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.web.filter.OncePerRequestFilter;

/** A token that cannot be checked now says nothing about its caller: neither 401, who would throw it away, nor 500. */
final class IssuerAway extends OncePerRequestFilter {
    private final ProblemResponse responses;

    IssuerAway(ProblemResponse responses) {
        this.responses = responses;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (JwtDecoderInitializationException | AuthenticationServiceException e) {
            responses.write(response, Problem.away("The issuer of tokens"));
        }
    }
}
