using Azure.Core;
using PaymentBot.Storage.AzureStorage.Pipeline;

namespace PaymentBot.Tests.Storage;

/// <summary>What is signed. The first two requests are those of Microsoft's documentation (https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key).</summary>
public sealed class SharedKeyTests
{
    [Fact]
    public void Container_metadata_are_signed_as_in_the_documentation()
    {
        var request = Request(
            RequestMethod.Get,
            "https://myaccount.blob.core.windows.net/mycontainer?restype=container&comp=metadata&timeout=20"
        );
        request.Headers.SetValue("x-ms-version", "2015-02-21");
        request.Headers.SetValue("x-ms-date", "Fri, 26 Jun 2015 23:39:12 GMT");

        Assert.Equal(
            "GET\n\n\n\n\n\n\n\n\n\n\n\nx-ms-date:Fri, 26 Jun 2015 23:39:12 GMT\nx-ms-version:2015-02-21\n/myaccount/mycontainer\ncomp:metadata\nrestype:container\ntimeout:20",
            SharedKey.ForBlobsAndQueues(request, "myaccount")
        );
    }

    [Fact]
    public void Table_request_is_signed_in_the_form_of_tables()
    {
        var request = Request(RequestMethod.Get, "https://testaccount1.table.core.windows.net/Tables?$top=5");
        request.Headers.SetValue("x-ms-date", "Sun, 11 Oct 2009 19:52:39 GMT");
        request.Headers.SetValue("Content-Type", "application/json");

        Assert.Equal(
            "GET\n\napplication/json\nSun, 11 Oct 2009 19:52:39 GMT\n/testaccount1/Tables",
            SharedKey.ForTables(request, "testaccount1")
        );
    }

    [Fact]
    public void Body_condition_and_a_percent_sign_in_the_path_are_signed()
    {
        var request = Request(RequestMethod.Put, "http://127.0.0.1:10000/devstoreaccount1/c/a%20b?B=2%2F3&a=");
        request.Content = RequestContent.Create(new byte[12]);
        request.Headers.SetValue("If-Match", "\"0x1\"");
        request.Headers.SetValue("X-MS-Range", " bytes=1- ");

        Assert.Equal(
            "PUT\n\n\n12\n\n\n\n\n\"0x1\"\n\n\n\nx-ms-range:bytes=1-\n/devstoreaccount1/devstoreaccount1/c/a%20b\na:\nb:2/3",
            SharedKey.ForBlobsAndQueues(request, "devstoreaccount1")
        );
    }

    [Fact]
    public void Signature_is_HMAC_SHA256_in_base64()
    {
        // RFC 4231, test case 2.
        Assert.Equal(
            Convert.ToBase64String(
                Convert.FromHexString("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
            ),
            SharedKey.Sign("Jefe"u8.ToArray(), "what do ya want for nothing?")
        );
    }

    private static Request Request(RequestMethod method, string address)
    {
        var request = StorageTransport.Shared.CreateRequest();
        request.Method = method;
        request.Uri.Reset(new Uri(address));
        return request;
    }
}
