// Follows a feed with the client of Durable Streams as it comes, and says each entry on a line.
// Whenever the connection breaks it goes on from the offset of the last entries that it was given.
import { stream } from "@durable-streams/client";

const [url, key, live] = process.argv.slice(2);
const headers = { Authorization: `Bearer ${key}` };
const backoffOptions = { initialDelay: 50, maxDelay: 500, multiplier: 2 };
let offset = "-1";

function tell(items) {
  for (const item of items) console.log(JSON.stringify(item));
}

async function follow() {
  const response = await stream({ url, headers, offset, live, json: true, backoffOptions });
  response.subscribeJson((batch) => {
    tell(batch.items);
    offset = batch.offset;
  });
  await response.closed;
}

if (live === "no") {
  // With "live: false" this client reads one page and no more. Asked for all at once it stops at
  // the end of what there is.
  const response = await stream({ url, headers, offset, live: true, json: true });
  tell(await response.json());
} else {
  for (;;) {
    try {
      await follow();
    } catch (broken) {
      console.error(`again from ${offset}: ${broken}`);
    }
  }
}
