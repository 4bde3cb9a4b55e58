"use strict";
(function () {
  const data = document.getElementById("hand-over").dataset;
  if (window.opener) {
    window.opener.postMessage(JSON.parse(data.message), data.origin);
    window.close();
  } else {
    window.location.replace(data.location);
  }
})();
