// Breaks functions of the browser while `isBroken` says so.
window.isBroken = false;
const fail = () => {
  throw new Error("broken by the page");
};
const refuse = () => Promise.reject(new Error("broken by the page"));

/** Replaces a function, or what a property holds. `broken` is called in its place, with the own function and the arguments. */
const breaks = (object, name, broken = fail) => {
  let holder = object;
  while (holder && !Object.hasOwn(holder, name)) holder = Object.getPrototypeOf(holder);
  if (!holder) return;
  const own = Object.getOwnPropertyDescriptor(holder, name);
  const instead = (call) =>
    function (...given) {
      if (!window.isBroken) return new.target ? Reflect.construct(call, given, new.target === instead ? call : new.target) : call.apply(this, given);
      return broken.call(this, call, given);
    };
  if (typeof own.value !== "function") {
    const change = { configurable: true };
    if (own.get) change.get = instead(own.get);
    if (own.set) change.set = instead(own.set);
    if (!own.get && !own.set) change.get = () => (window.isBroken ? broken() : own.value);
    return Object.defineProperty(object, name, change);
  }
  const call = instead(own.value);
  call.prototype = own.value.prototype;
  Object.setPrototypeOf(call, own.value);
  Object.defineProperty(object, name, { ...own, value: call, configurable: true });
};

/** Takes a property away. */
const misses = (object, name) => {
  if (!(name in object)) return;
  let holder = object;
  while (!Object.hasOwn(holder, name)) holder = Object.getPrototypeOf(holder);
  const own = Object.getOwnPropertyDescriptor(holder, name);
  Object.defineProperty(object, name, {
    configurable: true,
    get() {
      return window.isBroken ? undefined : own.get ? own.get.call(this) : own.value;
    },
    set: own.set,
  });
};
