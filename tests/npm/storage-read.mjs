// A second opinion on what the storage adapter writes: reads it with Microsoft's own clients.
// Usage: node storage-read.mjs <connection string> <table> <partition> <row> <queue> <container> <blob>. Writes JSON to standard output.
import { createHash } from "node:crypto";
import { TableClient } from "@azure/data-tables";
import { QueueClient } from "@azure/storage-queue";
import { BlobServiceClient } from "@azure/storage-blob";

const [account, table, partition, row, queue, container, blob] = process.argv.slice(2);

const entity = await TableClient.fromConnectionString(account, table, { allowInsecureConnection: true })
  .getEntity(partition, row, { disableTypeConversion: true });
const messages = await new QueueClient(account, queue).receiveMessages({ numberOfMessages: 32 });
const source = BlobServiceClient.fromConnectionString(account).getContainerClient(container).getBlobClient(blob);
const bytes = await source.downloadToBuffer();

console.log(JSON.stringify({
  entity: Object.fromEntries(Object.entries(entity).map(([name, value]) => [name, typeof value === "object" ? `${value.type} ${value.value}` : `${typeof value} ${value}`])),
  messages: messages.receivedMessageItems.map((message) => Buffer.from(message.messageText, "base64").toString("utf8")),
  blob: { length: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex").toUpperCase(), contentType: (await source.getProperties()).contentType },
}));
