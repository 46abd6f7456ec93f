namespace PaymentBot.Sandbox.Erp;

/// <summary>What the ERP answers over HTTP: decisions, and who a person is.</summary>
internal sealed class ErpRoutes(DecisionEndpoint decisions, ErpStandInOptions options)
{
    public Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsPost(request.Method) && request.Path == "/erp/decisions")
        {
            return decisions.HandleAsync(context);
        }

        var person =
            HttpMethods.IsGet(request.Method) && request.Path == "/erp/people"
                ? options.People.FirstOrDefault(p =>
                    string.Equals(p.Email, request.Query["email"], StringComparison.Ordinal)
                )
                : null;
        if (person is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(person.ToJson().ToJsonString(), context.RequestAborted);
    }
}
