// Runs before the page is drawn: the colours and the size of text that the reader chose on this device.
try {
  for (const name of ["colours", "text"]) {
    const chosen = localStorage.getItem("kronika-" + name);
    if (chosen) document.documentElement.dataset[name] = chosen;
  }
} catch { /* a browser that keeps nothing: the look of the device */ }
