"""The ground floor: what every room stands on, with no word of the petition business."""
