-- A folder that a build with schema 1 left when it was killed: tasks in every state, of a test key.
CREATE TABLE clock(
  one INTEGER PRIMARY KEY CHECK(one=1), task INTEGER NOT NULL, change INTEGER NOT NULL,
  entry INTEGER NOT NULL, asset INTEGER NOT NULL, outbox INTEGER NOT NULL,
  batch INTEGER NOT NULL, at INTEGER NOT NULL, keyed INTEGER NOT NULL) STRICT;
INSERT INTO clock VALUES(1,18,62,27,3,0,56,1796010927167,0);
CREATE TABLE account(
  n INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, mode INTEGER NOT NULL,
  slots INTEGER NOT NULL, weight INTEGER NOT NULL, created INTEGER NOT NULL) STRICT;
INSERT INTO account VALUES(1,'first',0,8,1,1796010907291);
INSERT INTO account VALUES(2,'first, test',1,8,1,1796010907291);
CREATE TABLE api_key(
  n INTEGER PRIMARY KEY AUTOINCREMENT, account INTEGER NOT NULL, digest TEXT NOT NULL,
  hint TEXT NOT NULL, label TEXT NOT NULL, scopes TEXT NOT NULL, slots INTEGER NOT NULL,
  submits INTEGER NOT NULL, reads INTEGER NOT NULL, created INTEGER NOT NULL,
  revoked INTEGER) STRICT;
INSERT INTO api_key VALUES(1,1,'46cf6aaac2810de8e43c9a7412638456955990d8d009ffbec94f89931b3a89fb','sl-old-live-…','first','*',8,6000,60000,1796010907291,NULL);
INSERT INTO api_key VALUES(2,2,'9039be1655f214212f8133b146b5d4b2495c67792f0d4b3cb0481a49bf392f4c','sl-old-test-…','first, test','*',8,6000,60000,1796010907291,NULL);
CREATE TABLE session(
  n INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB NOT NULL, account INTEGER NOT NULL,
  title TEXT NOT NULL, created INTEGER NOT NULL) STRICT;
INSERT INTO session VALUES(1,X'01a22a97985b3c65c1f27aa26dc555a2',2,'old',1796010907739);
CREATE TABLE name(n INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO name VALUES(1,'text-to-speech');
INSERT INTO name VALUES(2,'speech-1');
INSERT INTO name VALUES(3,'sandbox');
INSERT INTO name VALUES(4,'generate-image');
INSERT INTO name VALUES(5,'illustrator-1');
CREATE TABLE secret(
  purpose TEXT NOT NULL, number INTEGER NOT NULL, hex TEXT NOT NULL, created INTEGER NOT NULL,
  PRIMARY KEY(purpose, number)) STRICT, WITHOUT ROWID;
INSERT INTO secret VALUES('asset-address',1,'abababababababababababababababababababababababababababababababab',1796010906642);
INSERT INTO secret VALUES('cursor',1,'cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd',1796010906649);
CREATE TABLE worker(
  n INTEGER PRIMARY KEY AUTOINCREMENT, node TEXT NOT NULL, until INTEGER NOT NULL,
  entered INTEGER NOT NULL) STRICT;
INSERT INTO worker VALUES(1,'local',1796010940434,1796010905587);
CREATE TABLE task(
  n INTEGER PRIMARY KEY, id BLOB NOT NULL, account INTEGER NOT NULL, key INTEGER NOT NULL,
  session INTEGER, tool INTEGER NOT NULL, model INTEGER NOT NULL, engine INTEGER NOT NULL,
  priority INTEGER NOT NULL,
  state INTEGER NOT NULL CHECK(state BETWEEN 0 AND 5),
  live INTEGER,                      
  version INTEGER NOT NULL,          
  fence INTEGER NOT NULL, attempt INTEGER NOT NULL, worker INTEGER, progress INTEGER NOT NULL,
  created INTEGER NOT NULL, queue_until INTEGER NOT NULL, run INTEGER NOT NULL,
  started INTEGER, deadline INTEGER, due INTEGER, finished INTEGER,
  hold INTEGER NOT NULL, price INTEGER,
  first INTEGER NOT NULL,            
  last INTEGER NOT NULL,             
  result INTEGER,                    
  request BLOB NOT NULL,             
  idem BLOB,                         
  out_id TEXT,                       
  CHECK((state>=3)=(live IS NULL)), CHECK((state>=3)=(finished IS NOT NULL)),
  CHECK((state>=3)=(result IS NOT NULL)), CHECK((state=3)=(price IS NOT NULL)),
  CHECK((state=1)=(worker IS NOT NULL)), CHECK((state=2)=(due IS NOT NULL)),
  CHECK(state<>1 OR (fence>0 AND deadline IS NOT NULL)), CHECK(price BETWEEN 0 AND hold)) STRICT;
INSERT INTO task VALUES(1,X'01a22a97989e3c664865d59420a278fe',2,2,NULL,1,2,3,5,3,NULL,4,1,1,NULL,100,1796010907857,1796097307857,120000,1796010907857,1796011027857,NULL,1796010908057,10,10,1,9,9,X'b6a27b5c06f23dfbd2f3631692a9a959',X'f25bc5f76c8ea9e0e83e30a006c29059',NULL);
INSERT INTO task VALUES(2,X'01a22a9799153c65e36e97662671c035',2,2,1,4,5,3,5,3,NULL,4,1,1,NULL,100,1796010907931,1796097307931,300000,1796010907931,1796011207931,NULL,1796010908268,80,80,3,18,18,X'f6ab4a76991c867454cfd899aae5aa96',X'ab2c6f0a1dd60939108922d027649efe',NULL);
INSERT INTO task VALUES(3,X'01a22a97997d3c6c17f590a07c5b65d0',2,2,NULL,1,2,3,5,4,NULL,4,1,1,NULL,20,1796010908042,1796097308042,120000,1796010908042,1796011028042,NULL,1796010908130,10,NULL,7,11,11,X'f2ecea1b4a9710b3a096d1599a474c79',X'0015b5f3f1fae0e2b417eac3c47222ca',NULL);
INSERT INTO task VALUES(4,X'01a22a9799f03c68b852d288e69764e1',2,2,NULL,1,2,3,5,3,NULL,7,2,2,NULL,100,1796010908152,1796097308152,120000,1796010908152,1796011028152,NULL,1796010909347,10,10,12,27,27,X'139826cf6860fac3a269a15d85feb9a9',X'f21f323669f8bce6b39910122e6467a5',NULL);
INSERT INTO task VALUES(5,X'01a22a979a5a3c6bcf27866f13233e2d',2,2,NULL,1,2,3,5,4,NULL,10,3,3,NULL,20,1796010908251,1796097308251,120000,1796010908251,1796011028251,NULL,1796010919580,10,NULL,16,40,40,X'4c097000196bec3306440720727568c0',X'85eef30c98e9a6926f2bb4875c79f68f',NULL);
INSERT INTO task VALUES(6,X'01a22a979a7c3c6330178c4e6ff95c66',2,2,NULL,1,2,3,5,5,NULL,7,1,1,NULL,4,1796010908288,1796097308288,120000,1796010908288,1796011028288,NULL,1796010911383,10,NULL,20,33,32,X'7ac947d00cba3c128e84906a020be125',X'2e49e86ee697bea897bfd66402187126',NULL);
INSERT INTO task VALUES(7,X'01a22a97a7c23c6df6ee5fd1f1d108b1',2,2,NULL,1,2,3,5,4,NULL,4,1,1,NULL,0,1796010911683,1796097311683,1000,1796010911683,1796010912683,NULL,1796010912771,10,NULL,34,37,36,X'1e27f97588c2a263495ccaa45814c316',X'8855ddc7940ec6b468003a9028d5cf8d',NULL);
INSERT INTO task VALUES(8,X'01a22a97df013c6fbdd8f76811df5de5',2,2,NULL,1,2,3,5,1,1,2,1,1,1,0,1796010925852,1796097325852,120000,1796010925852,1796011045852,NULL,NULL,10,NULL,41,42,NULL,X'475e8ef522d75c4343ef798511a7343f',X'29c620c1f0c13c2e4943d226da27e33f',NULL);
INSERT INTO task VALUES(9,X'01a22a97dfc73c65363482de9b5d645b',2,2,NULL,1,2,3,9,2,1,4,1,1,NULL,0,1796010926040,1796097326040,120000,1796010926040,1796011046040,1796010927164,NULL,10,NULL,43,46,NULL,X'b3a4b38719e79d20419b558d4463a396',X'604e61f9111181a8abbee7d699f8cf9e',NULL);
INSERT INTO task VALUES(10,X'01a22a97e06a3c68413964b2e3e2e332',2,2,NULL,1,2,3,1,1,1,2,1,1,1,0,1796010926220,1796097326220,120000,1796010926220,1796011046220,NULL,NULL,10,NULL,47,48,NULL,X'1c63773208e45161f4b0c842494e75f9',X'1eabff68f198f049f777e4ccdc9b8787',NULL);
INSERT INTO task VALUES(11,X'01a22a97e10e3c674a617f3b709e0e47',2,2,NULL,1,2,3,2,1,1,2,1,1,1,0,1796010926351,1796097326351,120000,1796010926351,1796011046351,NULL,NULL,10,NULL,49,50,NULL,X'a3b704be6b4d3ee10f44e1bb15e35829',X'bd1c0c0966a1bad1cb53a30e5bd39177',NULL);
INSERT INTO task VALUES(12,X'01a22a97e1283c6247f18892f54487bf',2,2,NULL,1,2,3,3,1,1,2,1,1,1,0,1796010926376,1796097326376,120000,1796010926376,1796011046376,NULL,NULL,10,NULL,51,52,NULL,X'361845580a6e000b96b906efa4f33ce0',X'331b109f67795c8decef71ca3c09d57b',NULL);
INSERT INTO task VALUES(13,X'01a22a97e1383c6f6e08a20afa66b427',2,2,NULL,1,2,3,4,1,1,2,1,1,1,0,1796010926393,1796097326393,120000,1796010926393,1796011046393,NULL,NULL,10,NULL,53,54,NULL,X'ebbfd38ca2cb1e5d2aa97ea36c706ca2',X'00bfbcd5a47a64cabb0f4c2b1a04c0b8',NULL);
INSERT INTO task VALUES(14,X'01a22a97e1883c61d7cd68ac9bebcfbf',2,2,NULL,1,2,3,5,1,1,2,1,1,1,0,1796010926483,1796097326483,120000,1796010926483,1796011046483,NULL,NULL,10,NULL,55,56,NULL,X'f1a6ad1fe3c2b0ab7f321b8e566c73c6',X'24501b6d3ee4f62a65d088b76065154a',NULL);
INSERT INTO task VALUES(15,X'01a22a97e2093c633e986388c8c617ac',2,2,NULL,1,2,3,6,1,1,2,1,1,1,0,1796010926602,1796097326602,120000,1796010926602,1796011046602,NULL,NULL,10,NULL,57,58,NULL,X'816059b2d0959046f8d26ed98e6cc709',X'15e0caee283a80a16d475a8e9bec2649',NULL);
INSERT INTO task VALUES(16,X'01a22a97e2a73c655f41155d877d5776',2,2,NULL,1,2,3,7,1,1,2,1,1,1,0,1796010926760,1796097326760,120000,1796010926760,1796011046760,NULL,NULL,10,NULL,59,60,NULL,X'ec032126ab1b69dc5a78eac5f20cd727',X'4477f74882ea1beb709df6840e80d521',NULL);
INSERT INTO task VALUES(17,X'01a22a97e2da3c6eddabe8f0385282d6',2,2,NULL,1,2,3,8,0,1,1,0,0,NULL,0,1796010926812,1796097326812,120000,NULL,NULL,NULL,NULL,10,NULL,61,61,NULL,X'71516145cb5e32ca13eb49397f710054',X'e9b9b45acf673e0fe0f618410f8d7c73',NULL);
INSERT INTO task VALUES(18,X'01a22a97e33e3c647d25f303ff1dff72',2,2,NULL,1,2,3,9,0,1,1,0,0,NULL,0,1796010926934,1796097326934,120000,NULL,NULL,NULL,NULL,10,NULL,62,62,NULL,X'd48886c43377e034a715ed80277737f5',X'9bef19d7d004d71d8e4c05c1e663bb6a',NULL);
CREATE TABLE label(
  account INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, task INTEGER NOT NULL,
  PRIMARY KEY(account, name, value, task)) STRICT, WITHOUT ROWID;
INSERT INTO label VALUES(2,'order','7',2);
INSERT INTO label VALUES(2,'sandbox.millis','60000',6);
INSERT INTO label VALUES(2,'sandbox.millis','60000',7);
INSERT INTO label VALUES(2,'sandbox.millis','600000',8);
INSERT INTO label VALUES(2,'sandbox.millis','600000',10);
INSERT INTO label VALUES(2,'sandbox.millis','600000',11);
INSERT INTO label VALUES(2,'sandbox.millis','600000',12);
INSERT INTO label VALUES(2,'sandbox.millis','600000',13);
INSERT INTO label VALUES(2,'sandbox.millis','600000',14);
INSERT INTO label VALUES(2,'sandbox.millis','600000',15);
INSERT INTO label VALUES(2,'sandbox.millis','600000',16);
INSERT INTO label VALUES(2,'sandbox.millis','600000',17);
INSERT INTO label VALUES(2,'sandbox.millis','600000',18);
INSERT INTO label VALUES(2,'sandbox.outcome','fail',3);
INSERT INTO label VALUES(2,'sandbox.outcome','fail-passing',5);
INSERT INTO label VALUES(2,'sandbox.outcome','fail-passing',9);
INSERT INTO label VALUES(2,'sandbox.outcome','flaky',4);
INSERT INTO label VALUES(2,'sandbox.steps','1000',8);
INSERT INTO label VALUES(2,'sandbox.steps','60',6);
INSERT INTO label VALUES(2,'who','zoë',2);
CREATE TABLE idempotency(
  day INTEGER NOT NULL, key BLOB NOT NULL, task INTEGER NOT NULL,
  PRIMARY KEY(day, key)) STRICT, WITHOUT ROWID;
CREATE TABLE checkpoint(
  task INTEGER PRIMARY KEY, fence INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE event(
  change INTEGER PRIMARY KEY, task INTEGER NOT NULL, seq INTEGER NOT NULL, prev INTEGER,
  account INTEGER NOT NULL, kind INTEGER NOT NULL, at INTEGER NOT NULL, body TEXT) STRICT;
INSERT INTO event VALUES(1,1,1,NULL,2,0,1796010907857,'{"v":1,"input":{"text":"plain success","speed":1.0,"format":"wav"},"answer":{"data":{"taskId":"task_01M8N9F64Y7HK4GSENJGGA4Y7Y","status":"PENDING","estimatedCredits":10}}}');
INSERT INTO event VALUES(2,1,2,1,2,1,1796010907857,'{"attempt":1,"worker":1}');
INSERT INTO event VALUES(3,2,1,NULL,2,0,1796010907931,'{"v":1,"input":{"prompt":"a cat \"quoted\" ž 猫","aspectRatio":"1:1","imageSize":"1K"},"metadata":{"order":"7","who":"zoë"},"answer":{"data":{"taskId":"task_01M8N9F68N7HJY6VMQCRK73G1N","status":"PENDING","estimatedCredits":80}}}');
INSERT INTO event VALUES(4,2,2,3,2,1,1796010907931,'{"attempt":1,"worker":1}');
INSERT INTO event VALUES(5,1,3,2,2,2,1796010907961,'{"percent":20}');
INSERT INTO event VALUES(6,2,3,4,2,2,1796010908022,'{"percent":20}');
INSERT INTO event VALUES(7,3,1,NULL,2,0,1796010908042,'{"v":1,"input":{"text":"fails","speed":1.0,"format":"wav"},"metadata":{"sandbox.outcome":"fail"},"answer":{"data":{"taskId":"task_01M8N9F6BX7HP1FXCGM1Y5PSEG","status":"PENDING","estimatedCredits":10}}}');
INSERT INTO event VALUES(8,3,2,7,2,1,1796010908042,'{"attempt":1,"worker":1}');
INSERT INTO event VALUES(9,1,4,5,2,5,1796010908057,'{"v":1,"assets":["01M8N9F6CF7HHPTB2E9QPXZYWJ"],"facts":{"model":"sandbox-1","outcome":"succeed","engine":"sandbox","tier":"sandbox","files":[{"assetId":"asset_01M8N9F6CF7HHPTB2E9QPXZYWJ","contentType":"audio/wav","bytes":4044,"sha256":"2494c1e06e0487ecafc060b390fe575e38348b7e34c27c319537327f07c11d05"}]}}');
INSERT INTO event VALUES(10,3,3,8,2,2,1796010908095,'{"percent":20}');
INSERT INTO event VALUES(11,3,4,10,2,6,1796010908130,'{"v":1,"code":"MODEL_ERROR","message":"The sandbox was asked to fail.","retryable":false}');
INSERT INTO event VALUES(12,4,1,NULL,2,0,1796010908152,'{"v":1,"input":{"text":"flaky","speed":1.0,"format":"wav"},"metadata":{"sandbox.outcome":"flaky"},"answer":{"data":{"taskId":"task_01M8N9F6FG7HMBGMPJH3K9ES71","status":"PENDING","estimatedCredits":10}}}');
INSERT INTO event VALUES(13,4,2,12,2,1,1796010908152,'{"attempt":1,"worker":1}');
INSERT INTO event VALUES(14,4,3,13,2,2,1796010908193,'{"percent":20}');
INSERT INTO event VALUES(15,4,4,14,2,3,1796010908248,'{"v":1,"code":"MODEL_ERROR","message":"The sandbox was asked to fail in passing.","retryable":true}');
INSERT INTO event VALUES(16,5,1,NULL,2,0,1796010908251,'{"v":1,"input":{"text":"fails in passing","speed":1.0,"format":"wav"},"metadata":{"sandbox.outcome":"fail-passing"},"answer":{"data":{"taskId":"task_01M8N9F6JT7HNWY9W6DW9J6FHD","status":"PENDING","estimatedCredits":10}}}');
INSERT INTO event VALUES(17,5,2,16,2,1,1796010908251,'{"attempt":1,"worker":1}');
INSERT INTO event VALUES(18,2,4,6,2,5,1796010908268,'{"v":1,"assets":["01M8N9F6KA7HP11DMBMGVS92PD"],"facts":{"model":"sandbox-1","outcome":"succeed","engine":"sandbox","tier":"sandbox","files":[{"assetId":"asset_01M8N9F6KA7HP11DMBMGVS92PD","contentType":"image/png","bytes":661,"sha256":"ef2f258854cc733a5214a1bb777a26c11b1d809ae6552eca2a2ea8a067c138f4"}]}}');
INSERT INTO event VALUES(19,5,3,17,2,2,1796010908276,'{"percent":20}');
INSERT INTO event VALUES(20,6,1,NULL,2,0,1796010908288,'{"v":1,"input":{"text":"cancelled while it ran","speed":1.0,"format":"wav"},"metadata":{"sandbox.millis":"60000","sandbox.steps":"60"},"answer":{"data":{"taskId":"task_01M8N9F6KW7HHK05WC9SQZJQ36","status":"PENDING","estimatedCredits":10}}}');
INSERT INTO event VALUES(21,6,2,20,2,1,1796010908288,'{"attempt":1,"worker":1}');
INSERT INTO event VALUES(22,5,4,19,2,3,1796010908310,'{"v":1,"code":"MODEL_ERROR","message":"The sandbox was asked to fail in passing.","retryable":true}');
INSERT INTO event VALUES(23,4,5,15,2,1,1796010909253,'{"attempt":2,"worker":1}');
INSERT INTO event VALUES(24,4,6,23,2,2,1796010909270,'{"percent":20}');
INSERT INTO event VALUES(25,6,3,21,2,2,1796010909302,'{"percent":1}');
INSERT INTO event VALUES(26,5,5,22,2,1,1796010909323,'{"attempt":2,"worker":1}');
INSERT INTO event VALUES(27,4,7,24,2,5,1796010909347,'{"v":1,"assets":["01M8N9F7MT7HPC6PMHBKZ1GDDW"],"facts":{"model":"sandbox-1","outcome":"flaky","engine":"sandbox","tier":"sandbox","files":[{"assetId":"asset_01M8N9F7MT7HPC6PMHBKZ1GDDW","contentType":"audio/wav","bytes":4044,"sha256":"2494c1e06e0487ecafc060b390fe575e38348b7e34c27c319537327f07c11d05"}]}}');
INSERT INTO event VALUES(28,5,6,26,2,2,1796010909463,'{"percent":20}');
INSERT INTO event VALUES(29,5,7,28,2,3,1796010909500,'{"v":1,"code":"MODEL_ERROR","message":"The sandbox was asked to fail in passing.","retryable":true}');
INSERT INTO event VALUES(30,6,4,25,2,2,1796010910302,'{"percent":3}');
INSERT INTO event VALUES(31,6,5,30,2,2,1796010911303,'{"percent":4}');
INSERT INTO event VALUES(32,6,6,31,2,7,1796010911383,NULL);
INSERT INTO event VALUES(33,6,7,32,2,8,1796010911415,NULL);
INSERT INTO event VALUES(34,7,1,NULL,2,0,1796010911683,'{"v":1,"input":{"text":"deadline","speed":1.0,"format":"wav"},"metadata":{"sandbox.millis":"60000"},"answer":{"data":{"taskId":"task_01M8N9F9Y27HPZDVJZT7RX225H","status":"PENDING","estimatedCredits":10}}}');
INSERT INTO event VALUES(35,7,2,34,2,1,1796010911683,'{"attempt":1,"worker":1}');
INSERT INTO event VALUES(36,7,3,35,2,6,1796010912771,'{"v":1,"code":"DEADLINE_EXCEEDED","message":"The task did not finish before its hard deadline. Nothing was charged; submit it again.","retryable":true}');
INSERT INTO event VALUES(37,7,4,36,2,8,1796010912783,NULL);
INSERT INTO event VALUES(38,5,8,29,2,1,1796010919506,'{"attempt":3,"worker":1}');
INSERT INTO event VALUES(39,5,9,38,2,2,1796010919532,'{"percent":20}');
INSERT INTO event VALUES(40,5,10,39,2,6,1796010919580,'{"v":1,"code":"MODEL_ERROR","message":"The sandbox was asked to fail in passing.","retryable":true}');
INSERT INTO event VALUES(41,8,1,NULL,2,0,1796010925852,'{"v":1,"input":{"text":"still running","speed":1.0,"format":"wav"},"metadata":{"sandbox.millis":"600000","sandbox.steps":"1000"},"answer":{"data":{"taskId":"task_01M8N9FQR17HQVVP7QD08XYQF5","status":"PENDING","estimatedCredits":10}}}');
INSERT INTO event VALUES(42,8,2,41,2,1,1796010925852,'{"attempt":1,"worker":1}');
INSERT INTO event VALUES(43,9,1,NULL,2,0,1796010926040,'{"v":1,"input":{"text":"between attempts","speed":1.0,"format":"wav"},"metadata":{"sandbox.outcome":"fail-passing"},"answer":{"data":{"taskId":"task_01M8N9FQY77HJKCD42VTDNTS2V","status":"PENDING","estimatedCredits":10}}}');
INSERT INTO event VALUES(44,9,2,43,2,1,1796010926040,'{"attempt":1,"worker":1}');
INSERT INTO event VALUES(45,9,3,44,2,2,1796010926122,'{"percent":20}');
INSERT INTO event VALUES(46,9,4,45,2,3,1796010926164,'{"v":1,"code":"MODEL_ERROR","message":"The sandbox was asked to fail in passing.","retryable":true}');
INSERT INTO event VALUES(47,10,1,NULL,2,0,1796010926220,'{"v":1,"input":{"text":"queue 1","speed":1.0,"format":"wav"},"metadata":{"sandbox.millis":"600000"},"answer":{"data":{"taskId":"task_01M8N9FR3A7HM42EB4PBHY5RSJ","status":"PENDING","estimatedCredits":10}}}');
INSERT INTO event VALUES(48,10,2,47,2,1,1796010926220,'{"attempt":1,"worker":1}');
INSERT INTO event VALUES(49,11,1,NULL,2,0,1796010926351,'{"v":1,"input":{"text":"queue 2","speed":1.0,"format":"wav"},"metadata":{"sandbox.millis":"600000"},"answer":{"data":{"taskId":"task_01M8N9FR8E7HKMMRBZ7DR9W3J7","status":"PENDING","estimatedCredits":10}}}');
INSERT INTO event VALUES(50,11,2,49,2,1,1796010926351,'{"attempt":1,"worker":1}');
INSERT INTO event VALUES(51,12,1,NULL,2,0,1796010926376,'{"v":1,"input":{"text":"queue 3","speed":1.0,"format":"wav"},"metadata":{"sandbox.millis":"600000"},"answer":{"data":{"taskId":"task_01M8N9FR987HH4FWC8JBTM91XZ","status":"PENDING","estimatedCredits":10}}}');
INSERT INTO event VALUES(52,12,2,51,2,1,1796010926376,'{"attempt":1,"worker":1}');
INSERT INTO event VALUES(53,13,1,NULL,2,0,1796010926393,'{"v":1,"input":{"text":"queue 4","speed":1.0,"format":"wav"},"metadata":{"sandbox.millis":"600000"},"answer":{"data":{"taskId":"task_01M8N9FR9R7HQPW2521BX6DD17","status":"PENDING","estimatedCredits":10}}}');
INSERT INTO event VALUES(54,13,2,53,2,1,1796010926393,'{"attempt":1,"worker":1}');
INSERT INTO event VALUES(55,14,1,NULL,2,0,1796010926483,'{"v":1,"input":{"text":"queue 5","speed":1.0,"format":"wav"},"metadata":{"sandbox.millis":"600000"},"answer":{"data":{"taskId":"task_01M8N9FRC87HGXFKB8NJDYQKXZ","status":"PENDING","estimatedCredits":10}}}');
INSERT INTO event VALUES(56,14,2,55,2,1,1796010926483,'{"attempt":1,"worker":1}');
INSERT INTO event VALUES(57,15,1,NULL,2,0,1796010926602,'{"v":1,"input":{"text":"queue 6","speed":1.0,"format":"wav"},"metadata":{"sandbox.millis":"600000"},"answer":{"data":{"taskId":"task_01M8N9FRG97HHKX633H34CC5XC","status":"PENDING","estimatedCredits":10}}}');
INSERT INTO event VALUES(58,15,2,57,2,1,1796010926602,'{"attempt":1,"worker":1}');
INSERT INTO event VALUES(59,16,1,NULL,2,0,1796010926760,'{"v":1,"input":{"text":"queue 7","speed":1.0,"format":"wav"},"metadata":{"sandbox.millis":"600000"},"answer":{"data":{"taskId":"task_01M8N9FRN77HJNYG8NBP3QTNVP","status":"PENDING","estimatedCredits":10}}}');
INSERT INTO event VALUES(60,16,2,59,2,1,1796010926760,'{"attempt":1,"worker":1}');
INSERT INTO event VALUES(61,17,1,NULL,2,0,1796010926812,'{"v":1,"input":{"text":"queue 8","speed":1.0,"format":"wav"},"metadata":{"sandbox.millis":"600000"},"answer":{"data":{"taskId":"task_01M8N9FRPT7HQDVAZ8Y0W550PP","status":"PENDING","estimatedCredits":10}}}');
INSERT INTO event VALUES(62,18,1,NULL,2,0,1796010926934,'{"v":1,"input":{"text":"queue 9","speed":1.0,"format":"wav"},"metadata":{"sandbox.millis":"600000"},"answer":{"data":{"taskId":"task_01M8N9FRSY7HJ7T9FK0FZHVZVJ","status":"PENDING","estimatedCredits":10}}}');
CREATE TABLE book(
  account INTEGER PRIMARY KEY, granted INTEGER NOT NULL,
  available INTEGER NOT NULL CHECK(available>=0), held INTEGER NOT NULL CHECK(held>=0),
  spent INTEGER NOT NULL, seq INTEGER NOT NULL, last INTEGER,
  CHECK(granted+available+held+spent=0)) STRICT;
INSERT INTO book VALUES(1,-100000,100000,0,0,1,1);
INSERT INTO book VALUES(2,-100000,99790,110,100,26,27);
CREATE TABLE entry(
  n INTEGER PRIMARY KEY, account INTEGER NOT NULL, seq INTEGER NOT NULL, prev INTEGER, task BLOB,
  kind INTEGER NOT NULL, at INTEGER NOT NULL, granted INTEGER NOT NULL,
  available INTEGER NOT NULL, held INTEGER NOT NULL, spent INTEGER NOT NULL,
  CHECK(granted+available+held+spent=0)) STRICT;
INSERT INTO entry VALUES(1,1,1,NULL,NULL,0,1796010907291,-100000,100000,0,0);
INSERT INTO entry VALUES(2,2,1,NULL,NULL,0,1796010907291,-100000,100000,0,0);
INSERT INTO entry VALUES(3,2,2,2,X'01a22a97989e3c664865d59420a278fe',1,1796010907857,0,-10,10,0);
INSERT INTO entry VALUES(4,2,3,3,X'01a22a9799153c65e36e97662671c035',1,1796010907931,0,-80,80,0);
INSERT INTO entry VALUES(5,2,4,4,X'01a22a97997d3c6c17f590a07c5b65d0',1,1796010908042,0,-10,10,0);
INSERT INTO entry VALUES(6,2,5,5,X'01a22a97989e3c664865d59420a278fe',2,1796010908057,0,0,-10,10);
INSERT INTO entry VALUES(7,2,6,6,X'01a22a97997d3c6c17f590a07c5b65d0',3,1796010908130,0,10,-10,0);
INSERT INTO entry VALUES(8,2,7,7,X'01a22a9799f03c68b852d288e69764e1',1,1796010908152,0,-10,10,0);
INSERT INTO entry VALUES(9,2,8,8,X'01a22a979a5a3c6bcf27866f13233e2d',1,1796010908251,0,-10,10,0);
INSERT INTO entry VALUES(10,2,9,9,X'01a22a9799153c65e36e97662671c035',2,1796010908268,0,0,-80,80);
INSERT INTO entry VALUES(11,2,10,10,X'01a22a979a7c3c6330178c4e6ff95c66',1,1796010908288,0,-10,10,0);
INSERT INTO entry VALUES(12,2,11,11,X'01a22a9799f03c68b852d288e69764e1',2,1796010909347,0,0,-10,10);
INSERT INTO entry VALUES(13,2,12,12,X'01a22a979a7c3c6330178c4e6ff95c66',3,1796010911383,0,10,-10,0);
INSERT INTO entry VALUES(14,2,13,13,X'01a22a97a7c23c6df6ee5fd1f1d108b1',1,1796010911683,0,-10,10,0);
INSERT INTO entry VALUES(15,2,14,14,X'01a22a97a7c23c6df6ee5fd1f1d108b1',3,1796010912771,0,10,-10,0);
INSERT INTO entry VALUES(16,2,15,15,X'01a22a979a5a3c6bcf27866f13233e2d',3,1796010919580,0,10,-10,0);
INSERT INTO entry VALUES(17,2,16,16,X'01a22a97df013c6fbdd8f76811df5de5',1,1796010925852,0,-10,10,0);
INSERT INTO entry VALUES(18,2,17,17,X'01a22a97dfc73c65363482de9b5d645b',1,1796010926040,0,-10,10,0);
INSERT INTO entry VALUES(19,2,18,18,X'01a22a97e06a3c68413964b2e3e2e332',1,1796010926220,0,-10,10,0);
INSERT INTO entry VALUES(20,2,19,19,X'01a22a97e10e3c674a617f3b709e0e47',1,1796010926351,0,-10,10,0);
INSERT INTO entry VALUES(21,2,20,20,X'01a22a97e1283c6247f18892f54487bf',1,1796010926376,0,-10,10,0);
INSERT INTO entry VALUES(22,2,21,21,X'01a22a97e1383c6f6e08a20afa66b427',1,1796010926393,0,-10,10,0);
INSERT INTO entry VALUES(23,2,22,22,X'01a22a97e1883c61d7cd68ac9bebcfbf',1,1796010926483,0,-10,10,0);
INSERT INTO entry VALUES(24,2,23,23,X'01a22a97e2093c633e986388c8c617ac',1,1796010926602,0,-10,10,0);
INSERT INTO entry VALUES(25,2,24,24,X'01a22a97e2a73c655f41155d877d5776',1,1796010926760,0,-10,10,0);
INSERT INTO entry VALUES(26,2,25,25,X'01a22a97e2da3c6eddabe8f0385282d6',1,1796010926812,0,-10,10,0);
INSERT INTO entry VALUES(27,2,26,26,X'01a22a97e33e3c647d25f303ff1dff72',1,1796010926934,0,-10,10,0);
CREATE TABLE asset(
  n INTEGER PRIMARY KEY, id BLOB NOT NULL, account INTEGER NOT NULL, task INTEGER,
  digest BLOB NOT NULL, bytes INTEGER NOT NULL, type TEXT NOT NULL, name TEXT NOT NULL,
  meta TEXT NOT NULL, created INTEGER NOT NULL, expires INTEGER) STRICT;
INSERT INTO asset VALUES(1,X'01a22a97998f3c636d2c4e4deddffb92',2,1,X'2494c1e06e0487ecafc060b390fe575e38348b7e34c27c319537327f07c11d05',4044,'audio/wav','sandbox.wav','{"seconds":0.25}',1796010908057,NULL);
INSERT INTO asset VALUES(2,X'01a22a979a6a3c6c10b68ba437948acd',2,2,X'ef2f258854cc733a5214a1bb777a26c11b1d809ae6552eca2a2ea8a067c138f4',661,'image/png','sandbox.png','{"width":64,"height":64}',1796010908268,NULL);
INSERT INTO asset VALUES(3,X'01a22a979e9a3c6cc35a915cfe1835bc',2,4,X'2494c1e06e0487ecafc060b390fe575e38348b7e34c27c319537327f07c11d05',4044,'audio/wav','sandbox.wav','{"seconds":0.25}',1796010909347,NULL);
CREATE TABLE endpoint(
  n INTEGER PRIMARY KEY AUTOINCREMENT, account INTEGER NOT NULL, key INTEGER, url TEXT NOT NULL,
  dialect TEXT NOT NULL, secret TEXT NOT NULL, events TEXT NOT NULL, created INTEGER NOT NULL,
  failing INTEGER, disabled INTEGER) STRICT;
CREATE TABLE outbox(
  n INTEGER PRIMARY KEY, account INTEGER NOT NULL, endpoint INTEGER NOT NULL,
  task INTEGER NOT NULL, change INTEGER NOT NULL, webhook BLOB NOT NULL, body TEXT NOT NULL,
  due INTEGER NOT NULL, attempt INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX api_key_digest ON api_key(digest);
CREATE UNIQUE INDEX session_id ON session(id);
CREATE INDEX session_account ON session(account, n);
CREATE UNIQUE INDEX task_id ON task(id);
CREATE UNIQUE INDEX task_out ON task(key, out_id) WHERE out_id IS NOT NULL;
CREATE INDEX task_account ON task(account, n);
CREATE INDEX task_live ON task(account, n) WHERE live IS NOT NULL;
CREATE INDEX task_unhappy ON task(account, n) WHERE state>3;
CREATE INDEX task_session ON task(session, n) WHERE session IS NOT NULL;
CREATE UNIQUE INDEX asset_id ON asset(id);
CREATE INDEX asset_account ON asset(account, n) WHERE task IS NULL;
CREATE INDEX outbox_retry ON outbox(due) WHERE attempt>0;
-- An endpoint, and what the end of the first task was to tell it.
INSERT INTO endpoint VALUES(1,2,NULL,'https://example.com/hook','tools','','[]',1796010900000,NULL,NULL);
INSERT INTO outbox VALUES(1,2,1,1,6,x'00112233445566778899aabbccddeeff','{"type":"task.succeeded"}',1796010900000,0);
UPDATE clock SET outbox=1;
PRAGMA user_version=1;
