using PaymentBot.Storage.Sqlite;
using PaymentBot.Tests.StorageWriter;

// Writes into the database file given as the first argument until it is killed. The second argument makes the keys of this run unique.
await using var database = new SqliteDatabase(args[0], TimeProvider.System);
var output = TextWriter.Synchronized(Console.Out);
var writer = new EndlessWriter(database, args[1], output);
await writer.RunAsync(CancellationToken.None);
