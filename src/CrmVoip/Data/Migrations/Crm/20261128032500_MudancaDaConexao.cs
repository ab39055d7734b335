using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>When the connection of a member's organization last changed.</summary>
    public partial class MudancaDaConexao : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "conexao_mudou_em",
                table: "membros",
                type: "timestamp with time zone",
                nullable: true);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "conexao_mudou_em",
                table: "membros");
        }
    }
}
