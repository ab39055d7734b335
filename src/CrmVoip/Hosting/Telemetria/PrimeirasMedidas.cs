using CrmVoip.Features.Telefonia.Conexoes;
using CrmVoip.Features.Telefonia.Ligacoes;
using CrmVoip.Features.Telefonia.Linha;
using CrmVoip.Features.Telefonia.Registros;
using CrmVoip.Mail;
using CrmVoip.Work;

namespace CrmVoip.Hosting.Telemetria;

/// <summary>
/// Every count begins at zero, so that its first event is an increase: a series that appears with 1 raises no alert. Depends on
/// what asks the table of work, so that somebody does.
/// </summary>
public sealed class PrimeirasMedidas(MedidasDaFila fila) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        fila.Comecar();
        MedidasDoCorreio.Anunciar();
        MedidasDaLinha.Anunciar();
        MedidasDasLigacoes.Anunciar();
        MedidasDosGanchos.Anunciar();
        MedidasDaConferencia.Anunciar();
        MedidasDoProvedor.Anunciar();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
