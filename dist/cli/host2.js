import { n as processHost, t as keyedBy } from "./host.js";

export { processHost };