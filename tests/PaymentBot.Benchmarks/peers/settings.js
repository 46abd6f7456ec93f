export const token = process.env.BOT_TOKEN;
export const apiRoot = process.env.API_ROOT;
export const secretToken = process.env.SECRET_TOKEN;
export const port = Number(process.env.PORT);
export const path = "/api/telegram/webhook";
