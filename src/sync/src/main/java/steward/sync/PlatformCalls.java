package steward.sync;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.UUID;
import steward.api.AccessToken;
import steward.api.Account;
import steward.api.Catalog;
import steward.api.Items;
import steward.api.NewOrganization;
import steward.api.Organization;
import steward.api.OrganizationSummary;
import steward.api.Page;
import steward.api.ServerInfo;

/** The contract's calls that belong to no organization. */
@Headers("Accept: application/json, application/problem+json")
interface PlatformCalls {

    @RequestLine("GET /v1/server")
    Answer<ServerInfo> server();

    @RequestLine("GET /v1/me")
    Answer<Account> me();

    @RequestLine("GET /v1/catalog")
    Answer<Catalog> catalog();

    @RequestLine("GET /v1/me/tokens")
    Answer<Items<AccessToken>> tokens();

    @RequestLine("DELETE /v1/me/tokens/{token}")
    Answer<Void> revokeToken(@Param("token") String tokenId);

    /** @param cursor null for the first page */
    @RequestLine("GET /v1/organizations?limit={limit}&cursor={cursor}")
    Answer<Page<OrganizationSummary>> organizations(@Param("limit") int limit, @Param("cursor") String cursor);

    @RequestLine("POST /v1/organizations")
    @Headers({"Content-Type: application/json", "Idempotency-Key: {key}"})
    Answer<Organization> createOrganization(@Param("key") UUID key, NewOrganization organization);
}
