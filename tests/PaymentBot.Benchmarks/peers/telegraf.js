import { createServer } from "node:http";
import { Telegraf } from "telegraf";
import { apiRoot, path, port, secretToken, token } from "./settings.js";

const bot = new Telegraf(token, { telegram: { apiRoot } });
bot.on("callback_query", async (context) => {
  await context.answerCbQuery("Принято");
  await context.editMessageReplyMarkup();
});

bot.botInfo = await bot.telegram.getMe();
createServer(bot.webhookCallback(path, { secretToken })).listen(port, "127.0.0.1");
