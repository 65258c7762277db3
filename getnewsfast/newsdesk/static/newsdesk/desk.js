// Starts the boxes that Wagtail starts by inline scripts, which the desk's policy does not allow.
(function () {
  "use strict";

  function start() {
    document.querySelectorAll("[data-desk-chooser]").forEach(function (mark) {
      new window.ImageChooser(mark.dataset.deskChooser, JSON.parse(mark.dataset.deskOptions));
    });
    document.querySelectorAll("[data-desk-picker]").forEach(function (mark) {
      window[mark.dataset.deskPicker](mark.dataset.deskFor, JSON.parse(mark.dataset.deskOptions));
    });
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start);
  } else {
    start();
  }
})();
