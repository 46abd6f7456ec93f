using PaymentBot.Cards.Inline;

namespace PaymentBot.Tests.Cards.Inline;

public sealed class InlineRuleTests
{
    [Theory]
    [InlineData(InlineDisclosure.Masked, true, InlineView.Own)]
    [InlineData(InlineDisclosure.Masked, false, InlineView.Masked)]
    [InlineData(InlineDisclosure.Full, false, InlineView.Full)]
    [InlineData(InlineDisclosure.Full, true, InlineView.Own)]
    [InlineData(InlineDisclosure.Off, true, InlineView.Masked)]
    [InlineData(InlineDisclosure.Off, false, InlineView.Masked)]
    public void What_is_not_known_to_be_allowed_is_masked(InlineDisclosure setting, bool ownChat, InlineView view) =>
        Assert.Equal(view, InlineRule.ViewFor(setting, ownChat));

    [Theory]
    [InlineData(InlineView.Own, InlineDisclosure.Masked, true)]
    [InlineData(InlineView.Own, InlineDisclosure.Off, false)]
    [InlineData(InlineView.Full, InlineDisclosure.Full, true)]
    [InlineData(InlineView.Full, InlineDisclosure.Masked, false)]
    [InlineData(InlineView.Full, InlineDisclosure.Off, false)]
    [InlineData(InlineView.Masked, InlineDisclosure.Full, false)]
    public void Never_more_than_when_it_was_sent_nor_than_the_setting_now(
        InlineView view,
        InlineDisclosure setting,
        bool all
    ) => Assert.Equal(all, InlineRule.ShowsAll(view, setting));
}
