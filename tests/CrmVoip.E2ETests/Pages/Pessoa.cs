namespace CrmVoip.E2ETests.Pages;

/// <summary>The demonstration's people who appear in the journeys.</summary>
public static class Pessoa
{
    public const string Ana = "ana@aurora.example";
    public const string Bruno = "bruno@aurora.example";
    public const string Dora = "dora@aurora.example";
    public const string Admin = "admin@aurora.example";
    public const string AdminDaBoreal = "admin@boreal.example";
    public const string Carla = "carla@boreal.example";
}
