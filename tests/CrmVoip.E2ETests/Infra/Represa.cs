using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CrmVoip.E2ETests.Infra;

/// <summary>Holds back the requests to an address until it is opened: a slow server, without a clock.</summary>
public sealed class Represa
{
    private readonly TaskCompletionSource _aberta = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<Represa> ErguerAsync(IPage pagina, Regex endereco)
    {
        var represa = new Represa();
        await pagina.RouteAsync(endereco, async rota =>
        {
            await represa._aberta.Task;
            await rota.ContinueAsync();
        });
        return represa;
    }

    public void Abrir() => _aberta.SetResult();
}
