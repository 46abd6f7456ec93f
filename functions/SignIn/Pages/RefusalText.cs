namespace PaymentBot.Functions.SignIn.Pages;

/// <summary>What a person reads who was not signed in.</summary>
/// <param name="Title">In a few words.</param>
/// <param name="Why">What happened.</param>
/// <param name="WhatToDo">What helps.</param>
internal sealed record RefusalText(string Title, string Why, string WhatToDo);
