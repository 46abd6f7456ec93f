// A second opinion on what the storage adapter reads: writes it with Microsoft's own clients.
// Usage: node storage-write.mjs <connection string> <table> <partition> <row> <queue> <container> <blob>
import { TableClient } from "@azure/data-tables";
import { QueueClient } from "@azure/storage-queue";
import { BlobServiceClient } from "@azure/storage-blob";

const [account, table, partition, row, queue, container, blob] = process.argv.slice(2);

const tables = TableClient.fromConnectionString(account, table, { allowInsecureConnection: true });
await tables.createTable();
await tables.createEntity({
  partitionKey: partition,
  rowKey: row,
  Text: "Счёт № 7 'в кавычках' 🏦",
  Int32: -7,
  Int64: { type: "Int64", value: "9007199254740993" },
  Double: 0.1,
  Whole: { type: "Double", value: "5" },
  NaN: { type: "Double", value: "NaN" },
  Boolean: true,
  Instant: new Date("2026-03-01T12:30:15.123Z"),
  Guid: { type: "Guid", value: "6f9619ff-8b86-d011-b42d-00c04fc964ff" },
  Bytes: new Uint8Array([0, 127, 128, 255]),
});

const queues = new QueueClient(account, queue);
await queues.create();
await queues.sendMessage(Buffer.from('{"v":1,"data":{"text":"Счёт"}}').toString("base64"));

const blobs = BlobServiceClient.fromConnectionString(account).getContainerClient(container);
await blobs.create();
await blobs.getBlockBlobClient(blob).uploadData(Buffer.alloc(3_000_000, "ж"), { blockSize: 1_000_000, maxSingleShotSize: 1_000_000 });
