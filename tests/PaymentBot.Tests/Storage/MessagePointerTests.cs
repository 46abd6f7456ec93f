using PaymentBot.Storage.AzureStorage.Queues;

namespace PaymentBot.Tests.Storage;

/// <summary>Which text points to a blob.</summary>
public sealed class MessagePointerTests
{
    [Fact]
    public void Pointer_is_read_back()
    {
        var name = MessagePointer.NewBlobName();

        Assert.Equal(name, MessagePointer.Read(MessagePointer.Write(name)));
        Assert.Equal("messages/1", MessagePointer.Read("{ \"blob\": \"messages/1\", \"v\": 1 }"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("text")]
    [InlineData("{\"v\":1,\"data\":{\"blob\":\"messages/1\"}}")]
    [InlineData("{\"v\":1,\"blob\":\"messages/1\",\"data\":{}}")]
    [InlineData("{\"v\":2,\"blob\":\"messages/1\"}")]
    [InlineData("{\"blob\":\"messages/1\"}")]
    [InlineData("{\"v\":1,\"blob\":\"files/1\"}")]
    [InlineData("{\"v\":1,\"blob\":7}")]
    [InlineData("{\"v\":\"1\",\"blob\":\"messages/1\"}")]
    [InlineData("{\"v\":1,\"blob\":\"messages/1\"")]
    [InlineData("{\"blob\"")]
    public void Anything_else_is_the_body_itself(string text)
    {
        Assert.Null(MessagePointer.Read(text));
    }
}
