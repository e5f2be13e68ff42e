package org.parley.bench.hand;

/// Score times weight of each option of the weighted scale.
final class Scores {

  private Scores() {}

  static int activity(String option) {
    return switch (option) {
      case "none" -> 0;
      case "scanning" -> 60;
      case "attempt" -> 150;
      case "foothold" -> 240;
      case "lateral" -> 330;
      case "control" -> 420;
      case "theft" -> 510;
      case "destruction" -> 600;
      default -> throw new IllegalArgumentException(option);
    };
  }

  static int actor(String option) {
    return switch (option) {
      case "none" -> 0;
      case "hacktivist" -> 80;
      case "insider" -> 180;
      case "criminal" -> 240;
      case "apt" -> 400;
      default -> throw new IllegalArgumentException(option);
    };
  }

  static int location(String option) {
    return switch (option) {
      case "outside" -> 0;
      case "office" -> 60;
      case "mail" -> 100;
      case "web" -> 140;
      case "database" -> 200;
      case "directory" -> 260;
      case "backup" -> 300;
      case "control" -> 360;
      case "safety" -> 400;
      default -> throw new IllegalArgumentException(option);
    };
  }

  static int information(String option) {
    return switch (option) {
      case "none" -> 0;
      case "public" -> 30;
      case "internal" -> 90;
      case "personal" -> 165;
      case "secret" -> 240;
      case "keys" -> 300;
      default -> throw new IllegalArgumentException(option);
    };
  }

  static int sector(String option) {
    return switch (option) {
      case "other" -> 15;
      case "food" -> 45;
      case "post" -> 60;
      case "education" -> 75;
      case "banking" -> 150;
      case "water" -> 180;
      case "health" -> 210;
      case "transport" -> 240;
      case "energy" -> 270;
      case "nuclear" -> 300;
      default -> throw new IllegalArgumentException(option);
    };
  }

  static int recovery(String option) {
    return switch (option) {
      case "regular" -> 50;
      case "supplemented" -> 200;
      case "extended" -> 350;
      case "impossible" -> 500;
      default -> throw new IllegalArgumentException(option);
    };
  }

  static int dependency(String option) {
    return switch (option) {
      case "none" -> 0;
      case "weak" -> 80;
      case "some" -> 140;
      case "strong" -> 220;
      case "total" -> 320;
      case "mutual" -> 400;
      default -> throw new IllegalArgumentException(option);
    };
  }

  static int spread(String option) {
    return switch (option) {
      case "host" -> 0;
      case "room" -> 50;
      case "site" -> 100;
      case "unit" -> 175;
      case "entity" -> 225;
      case "region" -> 300;
      case "country" -> 375;
      case "abroad" -> 450;
      case "world" -> 500;
      default -> throw new IllegalArgumentException(option);
    };
  }
}
