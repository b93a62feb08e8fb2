"""Every method of videogen 1.1.8 that has an operation here. Arguments: address and two keys:
one whose tasks the sandbox makes, and one whose tasks go to engines, of which some are absent;
seconds that the largest file plays; an address of the same API behind a line of 1 MiB a second."""
import http.server
import io
import json
import queue
import sys
import threading
import time
import urllib.request

import httpx
import videogen
from videogen import VideoGenApi
from videogen.core.api_error import ApiError
# By the package's own name each of these is a module once another has imported it.
from videogen.download_file import download_file
from videogen.get_hydrated_file import get_hydrated_file
from videogen.poll_executed_tool import poll_executed_tool
from videogen.upload_file import upload_file
from videogen.poll_public_preview import poll_public_preview
from videogen.verify_webhook_signature import verify_webhook_signature

url, test_key, live_key = sys.argv[1:4]
# Of the largest file, for it is told how long it plays: 64 kB a second.
seconds = int(sys.argv[4])
slow_url = sys.argv[5]
client = VideoGenApi(base_url=url, token=test_key)
live = VideoGenApi(base_url=url, token=live_key)
slow = VideoGenApi(base_url=slow_url, token=test_key)
tools = client.tools


def refused(status, code, call, **arguments):
    try:
        call(**arguments)
    except ApiError as error:
        assert error.status_code == status, (call, error)
        assert error.body["code"] == code, (call, error)
        assert error.body["message"], error
        return
    raise AssertionError(f"{call} was not refused")


def a_sound(seconds):
    """A WAV of noise, 32,000 samples a second: any byte that is lost or doubled shows."""
    import io, random, wave
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(32_000)
        noise = random.Random(seconds)
        for _ in range(seconds):
            sound.writeframes(noise.randbytes(64_000))
    return out.getvalue()


def done(started, of=client, status="succeeded"):
    execution = poll_executed_tool(of, started.tool_execution_id, poll_interval_ms=50)
    assert execution.tool_execution_id == started.tool_execution_id
    assert execution.status == status, execution
    assert execution.attempt_index >= 0
    if status == "succeeded":
        assert execution.progress_percentage == 100, execution
        assert execution.results[0].file.download_source.url, execution
    return execution


square = videogen.AspectRatio(width=1, height=1)
picture = done(tools.generate_image(
    quality="STANDARD", prompt="A mountain at sunrise", aspect_ratio=square, num_results=1,
    watermark_mode="AUTO", is_output_temporary=False))
assert picture.tool_type == "GENERATE_IMAGE"
image = picture.results[0].file_id
sound = done(tools.text_to_speech(
    tts_text="The picture is ready.", voice_id="vg_voic_any", voice_speed=1.1,
    pronunciation_replacements=[
        videogen.PronunciationReplacement(original="ready", replacement="done")]))
assert sound.results[0].type == "AUDIO"
assert sound.results[0].file.thumbnail_source.status == "skipped"
audio = sound.results[0].file_id
clip = done(tools.generate_video_clip(
    quality="STANDARD", prompt="Waves", duration_seconds=2, image_file_ids=[image],
    audio_file_ids=[audio], generate_audio=True))
assert clip.tool_type == "GENERATE_VIDEO_CLIP"
done(tools.generate_sound_effect(prompt="Rain", duration_seconds=2, prompt_influence=0.5))
done(tools.generate_music(prompt="Strings"))
done(tools.generate_avatar(avatar_presenter_id="vg_pres_1", audio_storage_file_id=audio))
for tool in (tools.vectorize_image, tools.remove_image_background, tools.upscale_image,
             tools.image3d_effect):
    done(tool(image_storage_file_id=image))
for tool in (tools.remove_video_background, tools.upscale_video):
    refused(400, "invalid_parameters", tool, video_storage_file_id=image)

absent = done(live.tools.generate_music(prompt="Strings"), live, "failed")
assert absent.error.code == "engine_unavailable" and absent.results == [], absent

running = tools.generate_music(
    prompt="a",
    request_options={
        "additional_body_parameters": {"metadata": {"sandbox.outcome": "hang"}}})
assert tools.cancel_tool_execution(running.tool_execution_id).tool_execution_id
assert done(running, status="cancelled").error is None

first = tools.list_tool_executions(limit=2)
assert first.has_more and len(first.tool_executions) == 2
assert first.tool_executions[0].tool_execution_id == running.tool_execution_id
rest = tools.list_tool_executions(limit=200, cursor=first.next_cursor, self_only=True)
assert not rest.has_more and rest.next_cursor is None
ids = [one.tool_execution_id for one in first.tool_executions + rest.tool_executions]
assert len(ids) == len(set(ids)) and picture.tool_execution_id in ids

file = client.files.get_file(image)
assert file.type == "IMAGE" and file.scope == "GLOBAL", file
assert file.file_analysis_metadata.analysis_loading_state in ("LOADING", "FULFILLED")
assert client.files.hydrate_file(image).file_id == image
assert get_hydrated_file(client, image).download_source.url
assert download_file(client, image).content[:4] == b"\x89PNG"

voices = client.resources.list_tts_voices(limit=5, include_deprecated_voices=True)
assert not voices.has_more
assert client.resources.list_languages().languages is not None
presenters = client.resources.list_avatar_presenters(limit=5)
assert presenters.avatar_presenters == [] and not presenters.has_more
me = client.account.get_me()
assert "@" in me.email and me.api_key_nickname and me.team_id and me.api_key_id

assert client.workflows.list_workflow_runs().workflow_runs == []
assert client.projects.list_projects().projects == []
assert client.entities.list_entities().entities == []
assert client.webhooks.list_webhook_endpoints().endpoints == []
refused(422, "engine_unavailable", client.text.generate_text, prompt="a")
refused(422, "engine_unavailable", client.workflows.script_to_video, script="a",
        visual_style=videogen.WorkflowVisualStyle(type="STOCK"), quality="STANDARD")
refused(404, "not_found", client.projects.get_project, project_id="vg_proj_1")
refused(404, "not_found", client.files.get_file, file_id="vg_file_" + "0" * 26)


def brought(data, name, by=client, **wish):
    file = upload_file(by, io.BytesIO(data), display_name=name, poll_interval_ms=50, **wish)
    assert file.display_name == name, file
    assert download_file(by, file.file_id).content == data, name
    return file


kept = brought(a_sound(3), "A voice.wav", type="AUDIO")
assert kept.type == "AUDIO" and kept.duration_seconds == 3, kept
large = brought(a_sound(seconds), "large.wav")
assert large.duration_seconds == seconds, large
brought(a_sound(98), "slow.wav", by=slow)  # 6 s, longer than 1.x waits for an answer
assert brought(download_file(client, image).content, "again.png").type == "IMAGE"
assert brought(a_sound(1), "passing.wav", temporary=True).scope == "TEMPORARY"
for data, wish, status in ((b"<html>", {}, 415), (a_sound(1), {"type": "IMAGE"}, 415)):
    try:
        upload_file(client, io.BytesIO(data), display_name="no", **wish)
        raise AssertionError("what is not taken was taken")
    except httpx.HTTPStatusError as error:
        assert error.response.status_code == status, error.response.text
        assert error.response.json()["detail"], error.response.text

# A later step indexes; it is over when both words are found.
deadline = time.monotonic() + 60
while True:
    spoken = client.files.search_files(query="a voice", num_results=3).results
    if spoken and spoken[0].similarity == 1:
        break
    assert time.monotonic() < deadline, spoken
    time.sleep(0.1)
assert spoken[0].file.file_id == kept.file_id, spoken
client.files.enable_public_preview(file_id=kept.file_id)
shown = poll_public_preview(client, kept.file_id, poll_interval_ms=50)
assert shown["public_playback_id"].startswith("vg_play_"), shown
open_url = shown["public_preview_url"]
with urllib.request.urlopen(open_url) as answer:
    assert answer.read() == a_sound(3)
assert not client.files.disable_public_preview(file_id=kept.file_id).is_public_preview_enabled
assert any(file.file_id == large.file_id for file in client.files.get_files().files)
client.files.archive_file(file_id=large.file_id)
assert all(file.file_id != large.file_id for file in client.files.get_files().files)
assert client.files.get_file(large.file_id).file_id == large.file_id

refused(400, "invalid_id", tools.get_tool_execution_info, tool_execution_id="nonsense")
refused(404, "not_found", tools.get_tool_execution_info,
        tool_execution_id="vg_tool_" + "0" * 26)
refused(400, "invalid_parameters", tools.generate_image, prompt="a", quality="STANDARD",
        num_results=0)
refused(401, "invalid_api_key",
        VideoGenApi(base_url=url, token="no-key-of-anybody").account.get_me)


class Receiver(http.server.BaseHTTPRequestHandler):
    """Keeps what arrives as it came."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        arrived.put((dict(self.headers.items()), body.decode()))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


def rotated(endpoint_id):
    request = urllib.request.Request(
        f"{url}/v1/webhooks/endpoints/{endpoint_id}/rotate-secret", method="POST",
        headers={"Authorization": "Bearer " + test_key})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["signingSecret"]


arrived = queue.Queue()
receiver = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
threading.Thread(target=receiver.serve_forever, daemon=True).start()
MANY = 20
endpoint = client.webhooks.create_webhook_endpoint(
    url=f"http://127.0.0.1:{receiver.server_port}/hook",
    events=["tool_execution.succeeded", "file.upload.failed"], description="of the tests")
first = endpoint.signing_secret
assert endpoint.signing_secret_last4 == first[-4:], endpoint
listed = client.webhooks.list_webhook_endpoints().endpoints
assert [one.endpoint_id for one in listed] == [endpoint.endpoint_id], listed
assert listed[0].signing_secret is None, listed
assert listed[0].events == ["tool_execution.succeeded", "file.upload.failed"], listed
for at in range(MANY):
    tools.generate_image(prompt=f"picture {at}", quality="STANDARD")
    if at == MANY // 2:
        second = rotated(endpoint.endpoint_id)
by_both = 0
for _ in range(MANY):
    headers, body = arrived.get(timeout=60)
    event = verify_webhook_signature(body, headers, first)
    assert event["event"] == "tool_execution.succeeded", event
    assert event["results"][0]["file"]["fileId"] == event["results"][0]["fileId"], event
    if " " in {name.lower(): value for name, value in headers.items()}["webhook-signature"]:
        verify_webhook_signature(body, headers, second)
        by_both += 1
assert by_both > 0
client.webhooks.delete_webhook_endpoint(endpoint_id=endpoint.endpoint_id)
assert client.webhooks.list_webhook_endpoints().endpoints == []
refused(404, "not_found", client.webhooks.delete_webhook_endpoint,
        endpoint_id=endpoint.endpoint_id)
refused(400, "invalid_id", client.webhooks.delete_webhook_endpoint, endpoint_id="ep_1")
refused(400, "invalid_parameters", client.webhooks.create_webhook_endpoint,
        url="https://receiver.example.invalid/", events=["tool_execution.started"])
receiver.shutdown()

print("all is well")
