"""What the formats of learning platforms (GIFT, Aiken, Moodle XML) have in common."""
