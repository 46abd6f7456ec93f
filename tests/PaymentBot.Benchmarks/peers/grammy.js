import { createServer } from "node:http";
import { Bot, webhookCallback } from "grammy";
import { apiRoot, port, secretToken, token } from "./settings.js";

const bot = new Bot(token, { client: { apiRoot } });
bot.on("callback_query:data", async (context) => {
  await context.answerCallbackQuery("Принято");
  await context.editMessageReplyMarkup();
});

createServer(webhookCallback(bot, "http", { secretToken })).listen(port, "127.0.0.1");
