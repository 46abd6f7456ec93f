#!/usr/bin/env node
// A custom handler that does what its caller asks for: the answer to a message is named in the message, that to a call in its query.
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';

const note = (entry) => appendFileSync(process.env.HANDLER_NOTES, `${JSON.stringify(entry)}\n`);

const exit = process.env.HANDLER_EXIT;
if (exit !== undefined) {
  console.error(process.env.HANDLER_SENTENCE ?? 'Nothing works.');
  note({ exit: Number(exit) });
  process.exit(Number(exit));
}

const json = { 'content-type': 'application/json; charset=utf-8' };

const answers = {
  ok: (response) => response.writeHead(200, json).end('{"Outputs":{},"Logs":["said by the function"],"ReturnValue":null}'),
  bare: (response) => response.writeHead(200, json).end('{}'),
  textJson: (response) => response.writeHead(200, { 'content-type': 'text/json' }).end('{}'),
  empty: (response) => response.writeHead(200, { 'content-length': '0' }).end(),
  emptyJson: (response) => response.writeHead(200, json).end(),
  noContent: (response) => response.writeHead(204).end(),
  nothing: (response) => response.writeHead(200, json).end('null'),
  array: (response) => response.writeHead(200, json).end('[]'),
  broken: (response) => response.writeHead(200, json).end('{"Outputs":'),
  plain: (response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('ok'),
  problem: (response) => response.writeHead(200, { 'content-type': 'application/problem+json' }).end('{}'),
  untyped: (response) => response.writeHead(200).end('{}'),
  error: (response) => response.writeHead(500, json).end('{}'),
  redirect: (response) => response.writeHead(302, { location: '/redirected' }).end(),
  crash: () => process.exit(3),
  leave: () => process.exit(0),
  restart: () => process.exit(200),
  silence: () => {},
};

const unwrap = (value) => {
  try {
    return JSON.parse(JSON.parse(value)).do ?? 'ok';
  } catch {
    return 'ok';
  }
};

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks).toString('utf8');
    const address = new URL(request.url, 'http://handler');
    if (address.pathname === '/') {
      response.writeHead(404).end();
      return;
    }

    note({ pid: process.pid, method: request.method, url: request.url, headers: request.headers, body });
    if (address.pathname === '/redirected') {
      answers.ok(response);
    } else if (address.pathname.startsWith('/api/')) {
      const wanted = address.searchParams.get('do');
      if (wanted) {
        answers[wanted](response);
      } else {
        response.writeHead(201, { 'content-type': 'text/plain', location: '/elsewhere', 'x-mine': 'yes' });
        response.end(JSON.stringify({ method: request.method, url: request.url, headers: request.headers, body }));
      }
    } else {
      const data = JSON.parse(body).Data;
      answers[unwrap(Object.values(data)[0])](response);
    }
  });
}).listen(Number(process.env.FUNCTIONS_CUSTOMHANDLER_PORT), '127.0.0.1', () => {
  console.log(`listening, settings: ${Object.keys(process.env).sort().join(' ')}`);
  console.error('LanguageWorkerConsoleLog for the host alone');
  console.error('a warning on stderr');
  console.error('something bad on stderr');
});
