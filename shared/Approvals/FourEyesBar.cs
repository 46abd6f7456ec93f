namespace PaymentBot.Approvals;

/// <summary>Why the rule of four eyes keeps somebody from approving. A closed set.</summary>
public abstract record FourEyesBar
{
    private FourEyesBar() { }

    /// <summary>It is the person's own request.</summary>
    public sealed record OwnRequest : FourEyesBar;

    /// <summary>The person has approved another stage of it.</summary>
    /// <param name="Stage">That stage.</param>
    public sealed record OtherStage(Stage Stage) : FourEyesBar;
}
