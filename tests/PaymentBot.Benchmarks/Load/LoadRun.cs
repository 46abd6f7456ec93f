using System.Net;

namespace PaymentBot.Benchmarks.Load;

/// <summary>Calls over a number of connections, each sending its next call when the one before is answered.</summary>
internal static class LoadRun
{
    /// <summary>Calls until the time is over or the calls are used up.</summary>
    public static async Task<LoadResult> RunAsync(
        IPEndPoint address,
        CallSource calls,
        int connections,
        TimeSpan time,
        TimeProvider clock
    )
    {
        var opened = await Task.WhenAll(
            Enumerable.Range(0, connections).Select(_ => HttpConnection.OpenAsync(address))
        );
        var started = clock.GetTimestamp();
        var workers = await Task.WhenAll(
            opened.Select(connection => Task.Run(() => WorkAsync(connection, calls, started, time, clock)))
        );
        var elapsed = clock.GetElapsedTime(started);
        foreach (var connection in opened)
        {
            connection.Dispose();
        }

        var times = workers.SelectMany(worker => worker.Times).Order().ToArray();
        return new LoadResult(elapsed, times, workers.Sum(worker => worker.Failed));
    }

    private static async Task<(List<TimeSpan> Times, int Failed)> WorkAsync(
        HttpConnection connection,
        CallSource calls,
        long started,
        TimeSpan time,
        TimeProvider clock
    )
    {
        var times = new List<TimeSpan>(4096);
        var failed = 0;
        while (clock.GetElapsedTime(started) < time && calls.Next() is { } call)
        {
            var sent = clock.GetTimestamp();
            var answer = await connection.CallAsync(call);
            times.Add(clock.GetElapsedTime(sent));
            failed += answer.Status is (int)HttpStatusCode.OK or (int)HttpStatusCode.Accepted ? 0 : 1;
        }

        return (times, failed);
    }
}
