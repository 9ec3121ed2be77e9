import { n as readJobTrust, r as trustIn, t as mayWrite } from "./trust.js";

export { mayWrite, readJobTrust, trustIn };