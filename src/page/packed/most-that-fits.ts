/**
 * The largest number of parts whose text has room, and that text; with none of them where not even one fits. Packing is
 * slow: twenty looks find the number to a millionth.
 */
export function mostThatFits<Made>(parts: number, make: (parts: number) => Made, fits: (made: Made) => boolean): Made {
  const whole = make(parts);
  if (fits(whole)) return whole;
  let [few, tooMany, best] = [0, parts, make(0)];
  for (let looks = 0; looks < 20 && tooMany - few > 1; looks++) {
    const most = Math.floor((few + tooMany) / 2);
    const made = make(most);
    if (fits(made)) [few, best] = [most, made];
    else tooMany = most;
  }
  return best;
}
