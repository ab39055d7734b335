using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

/// <summary>The day of a rep: promise something in a call, find it under its day, put it off, do it, take that back.</summary>
public sealed class DayTests(Ambiente ambiente) : Jornada(ambiente)
{
    [Fact]
    public Task What_is_promised_in_a_call_is_put_off_done_and_taken_back_in_the_day() => ComProvasAsync(async () =>
    {
        await Simulador.OpcoesAsync(new { naoAtendeSegundos = 2 });
        var texto = $"Enviar proposta {Guid.NewGuid():N}"[..24];
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        var pagina = sessao.Pagina;
        var janela = await quadro.LigarAsync(Cliente.NaoAtende);
        await janela.EstaAsync("Não atendeu");
        await janela.Janela.GetByRole(AriaRole.Textbox, new() { Name = "O que fazer" }).FillAsync(texto);
        await janela.Janela.GetByText("Hoje", new() { Exact = true }).ClickAsync();
        await AccessibilityTests.SemBarreirasAsync(pagina, "next task after a call");
        await janela.SalvarAsync();

        await pagina.GetByRole(AriaRole.Link, new() { Name = "Hoje", Exact = true }).ClickAsync();
        ILocator Tarefa(string secao) => pagina.Locator($"#{secao} .tarefa").Filter(new() { HasText = texto });
        await Expect(Tarefa("de-hoje")).ToHaveCountAsync(1);
        await AccessibilityTests.SemBarreirasAsync(pagina, "the day");
        await Tarefa("de-hoje").GetByRole(AriaRole.Button, new() { Name = "+1 dia" }).ClickAsync();
        await Expect(Tarefa("amanha")).ToHaveCountAsync(1);
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Desfazer" }).ClickAsync();
        await Expect(Tarefa("de-hoje")).ToHaveCountAsync(1);

        await Tarefa("de-hoje").GetByRole(AriaRole.Checkbox).ClickAsync();
        await Expect(Tarefa("de-hoje")).ToHaveCountAsync(0);
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Desfazer" }).ClickAsync();
        await Expect(Tarefa("de-hoje")).ToHaveCountAsync(1);

        await Tarefa("de-hoje").Locator(".tarefa__sobre a").First.ClickAsync();
        var modal = pagina.Locator("#modal");
        await Expect(modal.Locator("#tarefas-do-registro .tarefa").Filter(new() { HasText = texto })).ToHaveCountAsync(1);
        await modal.Locator("#tarefa-rapida-texto").FillAsync("Visita de ontem");
        await modal.Locator("#tarefa-rapida-dia").FillAsync("01/02/2020");
        await modal.GetByRole(AriaRole.Button, new() { Name = "Adicionar tarefa", Exact = true }).ClickAsync();
        await Expect(modal.Locator("#ProximoPasso")).ToHaveValueAsync("Visita de ontem");
        await AccessibilityTests.SemBarreirasAsync(pagina, "tasks of a deal");
        await modal.GetByRole(AriaRole.Checkbox, new() { Name = "Concluir: Visita de ontem" }).ClickAsync();
        await Expect(modal.Locator("#ProximoPasso")).Not.ToHaveValueAsync("Visita de ontem");
    });

    [Fact]
    public Task Telephones_of_a_list_are_called_one_after_the_other_by_one_key_a_call() => ComProvasAsync(async () =>
    {
        await Simulador.OpcoesAsync(new { naoAtendeSegundos = 2 });
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        var pagina = sessao.Pagina;
        var janela = quadro.Janela;
        await pagina.GetByRole(AriaRole.Link, new() { Name = "Contatos", Exact = true }).ClickAsync();
        await Expect(pagina.Locator("#linha")).ToContainTextAsync("Linha pronta");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Ligar em sequência" }).PressAsync("Enter");
        var sequencia = janela.Janela.GetByRole(AriaRole.Group, new() { Name = "Ligar em sequência" });
        await Expect(sequencia).ToContainTextAsync("Próxima (1 de ");
        await AccessibilityTests.SemBarreirasAsync(pagina, "a sequence before its first call");

        var ligar = sequencia.GetByRole(AriaRole.Button, new() { Name = "Ligar para" });
        await Expect(ligar).ToBeFocusedAsync();
        await pagina.Keyboard.PressAsync("Enter");
        for (var i = 2; i < 4; i++)
        {
            await Expect(sequencia).ToContainTextAsync($"Próxima ({i} de ");
            await janela.Botao("Desligar").PressAsync("Enter");
            await Expect(janela.Janela.GetByRole(AriaRole.Button, new() { Name = "Salvar e ligar para" })).ToBeVisibleAsync();
            await AccessibilityTests.SemBarreirasAsync(pagina, "a sequence after a call");
            await pagina.Keyboard.PressAsync("Control+Enter");
        }

        await janela.Botao("Desligar").PressAsync("Enter");
        await janela.Botao("Só salvar").ClickAsync();
        await Expect(ligar).ToBeFocusedAsync();
        await sequencia.GetByRole(AriaRole.Button, new() { Name = "Parar" }).ClickAsync();
        await Expect(janela.Janela).ToBeHiddenAsync();
        var feitas = await Ambiente.Banco.LigacoesAsync(Pessoa.Ana, Inicio);
        Assert.Equal(3, feitas.Select(l => l.NumeroDestino).Distinct().Count());
        Assert.Equal(3, feitas.Length);
    });
}
