namespace CrmVoip.Simulador;

internal static class Program
{
    private static Task Main(string[] args) => SimuladorApp.Criar(args).RunAsync();
}
