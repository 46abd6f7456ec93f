namespace PaymentBot.Sandbox.Google;

/// <summary>What a client asks the authorisation page for.</summary>
internal sealed record AuthorizationRequest
{
    public required string ClientId { get; init; }

    public required string RedirectUri { get; init; }

    public required string Scope { get; init; }

    public string? State { get; init; }

    public string? Nonce { get; init; }

    /// <summary>Base64url of the SHA-256 of the code verifier, or null without PKCE.</summary>
    public string? CodeChallenge { get; init; }

    /// <summary>Whether a refresh token is wanted.</summary>
    public bool Offline { get; init; }

    /// <summary>Reads and checks the query.</summary>
    /// <exception cref="GoogleRefusalException">Google would show its error page.</exception>
    public static AuthorizationRequest Read(IQueryCollection query, GoogleStandInOptions options)
    {
        var request = new AuthorizationRequest
        {
            ClientId = query["client_id"].ToString(),
            RedirectUri = query["redirect_uri"].ToString(),
            Scope = query["scope"].ToString(),
            State = Given(query, "state"),
            Nonce = Given(query, "nonce"),
            CodeChallenge = Given(query, "code_challenge"),
            Offline = query["access_type"] == "offline",
        };
        Demand(string.Equals(request.ClientId, options.ClientId, StringComparison.Ordinal), "invalid_client", 401);
        Demand(request.IsRegistered(options), "redirect_uri_mismatch");
        Demand(query["response_type"] == "code", "unsupported_response_type");
        Demand(request.Scope.Split(' ').Contains("openid", StringComparer.Ordinal), "invalid_scope");
        Demand(request.CodeChallenge is null || query["code_challenge_method"] == "S256", "invalid_request");
        return request;
    }

    /// <summary>Where the browser goes back to.</summary>
    public Uri Redirect(params IEnumerable<KeyValuePair<string, string?>> answer)
    {
        var all = State is null ? answer : answer.Append(new("state", State));
        return new Uri(RedirectUri + QueryString.Create(all));
    }

    private bool IsRegistered(GoogleStandInOptions options) =>
        Uri.TryCreate(RedirectUri, UriKind.Absolute, out var uri)
        && (uri.IsLoopback || string.Equals(uri.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal))
        && (options.RedirectUris.Count == 0 || options.RedirectUris.Contains(RedirectUri, StringComparer.Ordinal));

    private static string? Given(IQueryCollection query, string name) =>
        query[name].ToString() is { Length: > 0 } value ? value : null;

    private static void Demand(bool holds, string error, int status = StatusCodes.Status400BadRequest)
    {
        if (!holds)
        {
            throw new GoogleRefusalException(error, status);
        }
    }
}
