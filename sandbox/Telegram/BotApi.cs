using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Telegram.Methods;

namespace PaymentBot.Sandbox.Telegram;

/// <summary>The methods of the Bot API by name, with what holds for all of them: faults, latency and rates.</summary>
internal sealed class BotApi
{
    private static readonly HashSet<string> Limited = new(StringComparer.OrdinalIgnoreCase)
    {
        "sendMessage",
        "sendDocument",
        "sendPhoto",
        "sendMediaGroup",
        "editMessageText",
        "editMessageCaption",
        "editMessageReplyMarkup",
    };

    private readonly Dictionary<string, Func<BotApiRequest, CancellationToken, Task<JsonNode>>> _methods = new(
        StringComparer.OrdinalIgnoreCase
    );

    private readonly TelegramStandInOptions _options;
    private readonly FaultPlan _faults;
    private readonly TimeProvider _clock;

    public BotApi(TelegramStandInOptions options, TelegramWorld world, FaultPlan faults, TimeProvider clock)
    {
        _options = options;
        _faults = faults;
        _clock = clock;
        Latency = options.Latency;
        Rates = new RateGuard(options.Rates, clock);
        Profile = new ProfileMethods(options);
        var send = new SendMethods(world, options);
        var edit = new EditMethods(world, options);
        Add("sendMessage", send.SendMessage);
        Add("sendDocument", send.SendDocument);
        Add("sendPhoto", send.SendPhoto);
        Add("sendMediaGroup", send.SendMediaGroup);
        Add("sendChatAction", send.SendChatAction);
        Add("deleteMessage", send.DeleteMessage);
        Add("editMessageText", edit.EditMessageText);
        Add("editMessageCaption", edit.EditMessageCaption);
        Add("editMessageReplyMarkup", edit.EditMessageReplyMarkup);
        Add("answerCallbackQuery", new AnswerMethods(world, options).AnswerCallbackQuery);
        var chats = new ChatMethods(world, options);
        Add("getChatMember", chats.GetChatMember);
        Add("getChatAdministrators", chats.GetChatAdministrators);
        Add("answerInlineQuery", new InlineMethods(world, options).AnswerInlineQuery);
        Add("getMe", Profile.GetMe);
        AddProfile();
    }

    /// <summary>Added to every call; may be changed at any time.</summary>
    public TimeSpan Latency { get; set; }

    public RateGuard Rates { get; }

    public ProfileMethods Profile { get; }

    private void AddProfile()
    {
        Add("setMyCommands", Profile.SetMyCommands);
        Add("getMyCommands", Profile.GetMyCommands);
        Add("setMyDescription", Profile.SetMyDescription);
        Add("getMyDescription", Profile.GetMyDescription);
        Add("setMyShortDescription", Profile.SetMyShortDescription);
        Add("getMyShortDescription", Profile.GetMyShortDescription);
        Add("setChatMenuButton", Profile.SetChatMenuButton);
        Add("getChatMenuButton", Profile.GetChatMenuButton);
    }

    public void Add(UpdateMethods updates)
    {
        Add("setWebhook", updates.SetWebhook);
        Add("deleteWebhook", updates.DeleteWebhook);
        Add("getWebhookInfo", updates.GetWebhookInfo);
        _methods["getUpdates"] = updates.GetUpdatesAsync;
    }

    /// <exception cref="BotApiException">The call is refused, or was made to fail.</exception>
    public async Task<JsonNode> CallAsync(BotApiRequest request, CancellationToken cancellationToken)
    {
        if (Latency > TimeSpan.Zero)
        {
            await Task.Delay(Latency, _clock, cancellationToken);
        }

        if (!_methods.TryGetValue(request.Method, out var method))
        {
            throw new BotApiException(404, "Not Found: method not found");
        }

        var fault = _faults.Take(request.Method);
        if (fault is { AfterExecution: false })
        {
            throw Failure(fault);
        }

        TakeSlot(request);
        var result = await method(request, cancellationToken);
        return fault is null ? result : throw Failure(fault);
    }

    private static BotApiException Failure(TelegramFault fault) =>
        fault.Status switch
        {
            429 => BotApiException.TooManyRequests(fault.RetryAfter ?? 1),
            500 => new BotApiException(500, "Internal Server Error"),
            401 => new BotApiException(401, "Unauthorized"),
            var status => new BotApiException(status, fault.Description ?? $"Status {status}")
            {
                RetryAfter = fault.RetryAfter,
            },
        };

    private void TakeSlot(BotApiRequest request)
    {
        if (
            _options.EnforceRates
            && Limited.Contains(request.Method)
            && request.Integer("chat_id") is { } chatId
            && Rates.Take(chatId) is { } wait
        )
        {
            throw BotApiException.TooManyRequests(wait);
        }
    }

    private void Add(string name, Func<BotApiRequest, JsonNode> method) =>
        _methods[name] = (request, _) => Task.FromResult(method(request));
}
