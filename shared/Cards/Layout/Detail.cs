namespace PaymentBot.Cards.Layout;

/// <summary>How much room the parts of a card get. A card takes the first level at which it fits.</summary>
/// <param name="Name">The longest name, in code points.</param>
/// <param name="Purpose">What the purpose gets at least; it also gets all that the others leave.</param>
/// <param name="Comment">The longest comment or message.</param>
/// <param name="People">How many approvers of a stage are named.</param>
/// <param name="Stages">How many stages are shown.</param>
/// <param name="Files">How many files are named.</param>
internal sealed record Detail(int Name, int Purpose, int Comment, int People, int Stages, int Files)
{
    /// <summary>From everything to the bare necessities.</summary>
    public static IReadOnlyList<Detail> Levels { get; } =
    [
        new(Name: 250, Purpose: 700, Comment: 300, People: 6, Stages: 20, Files: 20),
        new(Name: 150, Purpose: 500, Comment: 200, People: 4, Stages: 12, Files: 10),
        new(Name: 100, Purpose: 300, Comment: 120, People: 3, Stages: 8, Files: 6),
        new(Name: 60, Purpose: 200, Comment: 80, People: 2, Stages: 5, Files: 4),
        new(Name: 48, Purpose: 140, Comment: 60, People: 2, Stages: 3, Files: 2),
        new(Name: 32, Purpose: 100, Comment: 40, People: 1, Stages: 1, Files: 1),
        new(Name: 24, Purpose: 60, Comment: 30, People: 1, Stages: 1, Files: 0),
    ];
}
