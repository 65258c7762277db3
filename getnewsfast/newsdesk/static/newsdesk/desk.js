// Starts the boxes that Wagtail starts by inline scripts, which the desk's policy does not allow,
// and lets a mended text be copied.
(function () {
  "use strict";

  // The text can be selected and copied without this too.
  function offerCopy(button) {
    var source = document.getElementById(button.dataset.deskCopy);
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(source.value).then(function () {
        button.textContent = button.dataset.deskCopied;
      }, source.select.bind(source));
    });
  }

  function start() {
    document.querySelectorAll("[data-desk-copy]").forEach(offerCopy);
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
