using System.Collections.Concurrent;
using CrmVoip.Simulador.Controle;
using CrmVoip.Simulador.Ligacoes;

namespace CrmVoip.Simulador.Webhooks;

/// <summary>Turns what happens to calls into deliveries, in the order and with the faults of the current mode.</summary>
public sealed class DespachanteDeWebhooks(
    Central central, Roteiro roteiro, LigacoesDeMesa mesa, DestinosDeWebhook destinos, EntregaDeWebhooks entrega,
    ConfiguracaoDoWebhook configuracao, DesviosDasContas desvios, TimeProvider relogio) : IHostedService
{
    private readonly ConcurrentDictionary<Guid, Task> emAndamento = [];
    private readonly ConcurrentDictionary<Guid, EventoDeLigacao> trocados = [];
    private readonly ConcurrentQueue<EventoDeLigacao> retidos = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        roteiro.Atendida += AoAtenderNoNavegador;
        mesa.Atendida += AoAtender;
        central.Encerrada += AoEncerrar;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        roteiro.Atendida -= AoAtenderNoNavegador;
        mesa.Atendida -= AoAtender;
        central.Encerrada -= AoEncerrar;
        return Task.CompletedTask;
    }

    /// <summary>The end of a call once more, with what is known of it now.</summary>
    public void Repetir(RegistroDeLigacao registro, string? gravacao) =>
        Despachar(EventoDeLigacao.DoFim(registro, desvios.De(registro.Dominio), gravacao));

    /// <summary>Lets go of what mode <c>retido</c> kept of an account, one after the other; answers how many.</summary>
    public async Task<int> SoltarAsync(string? dominio, bool inversa)
    {
        var seus = new List<EventoDeLigacao>();
        for (var restam = retidos.Count; restam > 0 && retidos.TryDequeue(out var evento); restam--)
        {
            if (dominio is null || evento.Dominio == dominio)
            {
                seus.Add(evento);
            }
            else
            {
                retidos.Enqueue(evento);
            }
        }

        foreach (var evento in inversa ? Enumerable.Reverse(seus) : seus)
        {
            await EntregarAsync(Task.CompletedTask, evento, vezes: 1, TimeSpan.Zero);
        }

        return seus.Count;
    }

    public void Limpar() => retidos.Clear();

    private void AoAtenderNoNavegador(Ligacao ligacao) => AoAtender(RegistroDeLigacao.De(ligacao));

    private void AoAtender(RegistroDeLigacao registro) =>
        Despachar(EventoDeLigacao.DaResposta(registro, desvios.De(registro.Dominio)));

    private void AoEncerrar(RegistroDeLigacao registro)
    {
        Despachar(EventoDeLigacao.DoFim(registro, desvios.De(registro.Dominio)));
        if (trocados.TryRemove(registro.Id, out var resposta))
        {
            Enfileirar(resposta, vezes: 1, TimeSpan.Zero);
        }
    }

    private void Despachar(EventoDeLigacao evento)
    {
        var ajuste = configuracao.De(evento.Dominio);
        switch (ajuste.ModoDoProximo())
        {
            case ModoDoWebhook.Desligado:
                break;
            case ModoDoWebhook.ForaDeOrdem when evento.Tipo == EventoDeLigacao.Atendida:
                trocados[evento.LigacaoId] = evento;
                break;
            case ModoDoWebhook.Retido:
                retidos.Enqueue(evento);
                break;
            case ModoDoWebhook.Atrasado:
                Enfileirar(evento, vezes: 1, ajuste.Atraso);
                break;
            case ModoDoWebhook.Dobrado:
                Enfileirar(evento, vezes: 2, TimeSpan.Zero);
                break;
            default:
                Enfileirar(evento, vezes: 1, TimeSpan.Zero);
                break;
        }
    }

    /// <summary>Events of one call follow each other; a slow receiver of one call does not hold up another.</summary>
    private void Enfileirar(EventoDeLigacao evento, int vezes, TimeSpan atraso) => emAndamento.AddOrUpdate(
        evento.LigacaoId,
        _ => EntregarAsync(Task.CompletedTask, evento, vezes, atraso),
        (_, anterior) => EntregarAsync(anterior, evento, vezes, atraso));

    private async Task EntregarAsync(Task anterior, EventoDeLigacao evento, int vezes, TimeSpan atraso)
    {
        await Task.WhenAll(anterior, Task.Delay(atraso, relogio));
        for (var vez = 0; vez < vezes; vez++)
        {
            foreach (var destino in destinos.De(evento))
            {
                await entrega.EntregarAsync(evento, destino);
            }
        }
    }
}
