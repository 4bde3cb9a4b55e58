package io.parley.core;

import io.parley.core.agent.ChangeStanding;
import io.parley.core.agent.CreateAgent;
import io.parley.core.agent.DeleteAgent;
import io.parley.core.agent.GetAgent;
import io.parley.core.agent.GetAgents;
import io.parley.core.agent.RequestUnsuspension;
import io.parley.core.agent.UpdateAgent;
import io.parley.core.bot.CreateBot;
import io.parley.core.bot.GetBot;
import io.parley.core.bot.GetBots;
import io.parley.core.bot.RemoveBot;
import io.parley.core.bot.UpdateBot;
import io.parley.core.group.CreateGroup;
import io.parley.core.group.DeleteGroup;
import io.parley.core.group.GetGroup;
import io.parley.core.group.GetGroups;
import io.parley.core.group.UpdateGroup;
import io.parley.core.property.DefineProperties;
import io.parley.core.property.DeleteHeldProperties;
import io.parley.core.property.GetHeldProperties;
import io.parley.core.property.GetPropertyDefinitions;
import io.parley.core.property.SetHeldProperties;

/// What someone wants to be otherwise about a license, or to know about how it is: people, bots,
/// groups, and the properties that integrations define.
public sealed interface ConfigurationCommand extends Command
    permits ChangeStanding,
        CreateAgent,
        CreateBot,
        CreateGroup,
        DefineProperties,
        DeleteAgent,
        DeleteGroup,
        DeleteHeldProperties,
        GetAgent,
        GetAgents,
        GetBot,
        GetBots,
        GetGroup,
        GetGroups,
        GetHeldProperties,
        GetPropertyDefinitions,
        RemoveBot,
        RequestUnsuspension,
        SetHeldProperties,
        UpdateAgent,
        UpdateBot,
        UpdateGroup {}
