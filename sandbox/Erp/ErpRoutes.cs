namespace PaymentBot.Sandbox.Erp;

/// <summary>What the ERP answers over HTTP: decisions, and who a person is. Both only when the bot has signed the call.</summary>
internal sealed class ErpRoutes(
    DecisionEndpoint decisions,
    ErpDirectory people,
    ErpStandInOptions options,
    TimeProvider clock
)
{
    public Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsPost(request.Method) && request.Path == "/erp/decisions")
        {
            return decisions.HandleAsync(context);
        }

        if (HttpMethods.IsGet(request.Method) && request.Path == "/erp/people")
        {
            return PersonAsync(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private Task PersonAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (WebhookSignature.Refuse(options.OutboundKey, headers, [], clock.GetUtcNow()) is not null)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        if (people.FindByEmail(context.Request.Query["email"].ToString()) is not { } person)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(person.ToDirectoryJson().ToJsonString(), context.RequestAborted);
    }
}
