import { client } from "./sdk.mjs";
// As printed from here on.
import { pollExecutedTool } from "@videogen/sdk";

const { toolExecutionId } = await client.tools.generateImage({
  prompt: "A mountain at sunrise",
});

const response = await pollExecutedTool(client, toolExecutionId);

if (response.status === "succeeded") {
  console.log("File id:", response.results[0].fileId);
}
