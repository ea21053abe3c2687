import { exposeAlive } from "./alive";
import { createWorkerApi } from "./workerApi";

exposeAlive(createWorkerApi());
