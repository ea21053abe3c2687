import { exposeAlive } from "./alive";
import { verificationApi } from "./verificationApi";

exposeAlive(verificationApi);
